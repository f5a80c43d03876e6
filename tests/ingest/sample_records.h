// One record of each kind with every field filled.
#pragma once

namespace overstap::ingest {

inline constexpr const char* kFullVacancy =
    R"({"id":"v1","title":"Lasser","occupation":"http://x/lasser","skills":[)"
    R"({"uri":"http://x/a","importance":"essential"},{"uri":"http://x/b","importance":"somewhat"}],)"
    R"("region":"AM06","postcode":"8011","place":"Zwolle","hours_min":24,"hours_max":36.0,"level":2,)"
    R"("published":"2026-11-01","closes":"2026-12-31","employer":"Staal BV",)"
    R"("text":"Wij zoeken\neen lasser.","pay_min":2600,"pay_max":3150})";

inline constexpr const char* kFullProfile =
    R"({"id":"p1","occupations":[{"uri":"http://x/draadtrekker","years":12.5,"until":2026},)"
    R"({"uri":"http://x/kok","years":1}],"skills":[{"uri":"http://x/a",)"
    R"("evidence":"praktijkverklaring","year":2020},{"uri":"http://x/b","evidence":"claimed"}],)"
    R"("region":"AM06","postcode":"8011","place":"Zwolle","radius_km":30.5,"hours_min":16,)"
    R"("hours_max":40,"level":3,)"
    R"("certificates":["VCA Basis"],"avoids":["ploegendienst"],"dutch":"B1",)"
    R"("cannot":["http://x/c"],)"
    R"("keep_until":"2027-01-31"})";

inline constexpr const char* kFullCourse =
    R"({"id":"c1","title":"CNC verspanen","provider":"ROC","provider_kind":"roc",)"
    R"("credential":"mbo-certificaat","skills":["http://x/a","http://x/b"],)"
    R"("requires":["http://x/c"],"hours":320,"weeks":16,"price_eur":1450.5,"form":"bbl","level":2,)"
    R"("region":"AM06","starts":["2027-02-01","2028-02-29"],"schemes":["slim"],"crebo":"25297",)"
    R"("seats":12})";

inline constexpr const char* kFullScheme =
    R"({"id":"slim","name":"SLIM","valid_from":"2020-03-01","valid_until":"2027-12-31",)"
    R"("status":"open","for":"employer","max_eur":25000,)"
    R"("conditions":{ "sector": ["metaal", "bouw"], "a": {"max": 0.5} },)"
    R"("source":"https://example.org/slim"})";

inline constexpr const char* kFullRegion =
    R"({"code":"AM06","name":"Regio Zwolle","latitude":52.5,"longitude":6.1})";

inline constexpr const char* kFullDemand =
    R"({"id":"uwv-7212-am06","isco":"7212","region":"AM06","open_vacancies":120,)"
    R"("tension":"zeer krap","as_of":"2026-06-30","source":"UWV"})";

inline constexpr const char* kFullPlace =
    R"({"postcode":"8011","latitude":52.51,"longitude":6.09,"region":"AM06"})";

}  // namespace overstap::ingest
