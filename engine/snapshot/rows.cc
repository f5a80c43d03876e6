#include "engine/snapshot/rows.h"

#include <type_traits>

#include "engine/store/records.h"

namespace overstap::snapshot {

template <class Record>
std::shared_ptr<const Record> WholeRecord<Record>::Get(const std::string& id) const {
  if (bytes_.data() == nullptr) return std::static_pointer_cast<const Record>(owner_);
  // What is mapped was found undamaged then, so that the value is there.
  if constexpr (std::is_same_v<Record, model::Vacancy>) {
    return std::make_shared<const Record>(store::DecodeVacancy(id, bytes_).value());
  } else {
    return std::make_shared<const Record>(store::DecodeProfile(id, bytes_).value());
  }
}

template class WholeRecord<model::Vacancy>;
template class WholeRecord<model::Profile>;

}  // namespace overstap::snapshot
