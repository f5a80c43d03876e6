// Importance as it is stored; concepts and vacancies share it.
#pragma once

#include "engine/store/stored_fields.h"
#include "overstap/storage/v1/records.pb.h"
#include "taxonomy/importance.h"

namespace overstap::store {

inline constexpr EnumTable<Importance, overstap::storage::v1::Importance, kImportanceCount>
    kImportances = {{
        {Importance::kEssential, overstap::storage::v1::IMPORTANCE_ESSENTIAL},
        {Importance::kImportant, overstap::storage::v1::IMPORTANCE_IMPORTANT},
        {Importance::kSomewhat, overstap::storage::v1::IMPORTANCE_SOMEWHAT},
        {Importance::kOptional, overstap::storage::v1::IMPORTANCE_OPTIONAL},
    }};

}  // namespace overstap::store
