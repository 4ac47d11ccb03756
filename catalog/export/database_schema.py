"""Tables and views of the SQLite file."""

from __future__ import annotations

TERM_TABLES = {
    "levels": "levels",
    "countries": "countries",
    "sectors": "sectors",
    "resources": "resources",
    "sizes": "sizes",
    "outcomes": "outcomes",
    "verification": "verification",
    "indicators": "indicators",
    "units": "units",
    "roles": "roles",
    "themes": "themes",
    "practice_kinds": "practice_kinds",
    "source_types": "source_types",
    "organization_types": "organization_types",
}
"""Tables of terms and the vocabulary each holds."""

STAMP = "url TEXT NOT NULL, updated TEXT, hash TEXT NOT NULL"
TERMS = "".join(
    f"CREATE TABLE {table} (id TEXT PRIMARY KEY, label TEXT NOT NULL, label_en TEXT, definition TEXT);\n"  # noqa: E501
    for table in TERM_TABLES
)
QUANTITIES = "".join(
    f"{name}_min REAL, {name}_max REAL, {name}_about INTEGER,\n  "
    for name in ("baseline", "after", "change", "percent", "value")
)

SCHEMA = f"""
PRAGMA page_size = 4096;
{TERMS}
CREATE TABLE sources (
  id TEXT PRIMARY KEY, type TEXT REFERENCES source_types(id), title TEXT NOT NULL, author TEXT,
  issued TEXT, publisher TEXT, container TEXT, language TEXT, doi TEXT, address TEXT, license TEXT,
  {STAMP});
CREATE TABLE organizations (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, acronym TEXT,
  type TEXT REFERENCES organization_types(id), status TEXT, address TEXT, {STAMP});
CREATE TABLE practices (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, summary TEXT NOT NULL,
  kind TEXT REFERENCES practice_kinds(id), theme TEXT REFERENCES themes(id), recommendation TEXT,
  maturity TEXT, {STAMP});
CREATE TABLE cases (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, summary TEXT NOT NULL, level TEXT REFERENCES levels(id),
  place TEXT, first_year INTEGER, last_year INTEGER, size TEXT REFERENCES sizes(id),
  outcome TEXT REFERENCES outcomes(id), verification TEXT REFERENCES verification(id),
  source_read TEXT, investment_min REAL, investment_max REAL, investment_currency TEXT,
  investment_year INTEGER, saving_min REAL, saving_max REAL, saving_currency TEXT,
  saving_year INTEGER, payback_months REAL, payback_computed INTEGER, payback_projected INTEGER,
  body TEXT, {STAMP});
CREATE TABLE collections (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, summary TEXT, audience TEXT, minutes INTEGER, {STAMP});
CREATE TABLE case_countries (
  case_id TEXT NOT NULL REFERENCES cases(id), country_id TEXT NOT NULL REFERENCES countries(id),
  position INTEGER NOT NULL, PRIMARY KEY (case_id, country_id));
CREATE TABLE case_sectors (
  case_id TEXT NOT NULL REFERENCES cases(id), sector_id TEXT NOT NULL REFERENCES sectors(id),
  position INTEGER NOT NULL, PRIMARY KEY (case_id, sector_id));
CREATE TABLE case_resources (
  case_id TEXT NOT NULL REFERENCES cases(id), resource_id TEXT NOT NULL REFERENCES resources(id),
  position INTEGER NOT NULL, PRIMARY KEY (case_id, resource_id));
CREATE TABLE case_practices (
  case_id TEXT NOT NULL REFERENCES cases(id), practice_id TEXT NOT NULL REFERENCES practices(id),
  PRIMARY KEY (case_id, practice_id));
CREATE TABLE case_sources (
  case_id TEXT NOT NULL REFERENCES cases(id), source_id TEXT NOT NULL REFERENCES sources(id),
  pages TEXT, note TEXT);
CREATE TABLE case_organizations (
  case_id TEXT NOT NULL REFERENCES cases(id),
  organization_id TEXT NOT NULL REFERENCES organizations(id), role_id TEXT REFERENCES roles(id),
  PRIMARY KEY (case_id, organization_id, role_id));
CREATE TABLE practice_sectors (
  practice_id TEXT NOT NULL REFERENCES practices(id),
  sector_id TEXT NOT NULL REFERENCES sectors(id), PRIMARY KEY (practice_id, sector_id));
CREATE TABLE practice_resources (
  practice_id TEXT NOT NULL REFERENCES practices(id),
  resource_id TEXT NOT NULL REFERENCES resources(id), PRIMARY KEY (practice_id, resource_id));
CREATE TABLE practice_sources (
  practice_id TEXT NOT NULL REFERENCES practices(id),
  source_id TEXT NOT NULL REFERENCES sources(id), statement TEXT NOT NULL, pages TEXT);
CREATE TABLE practice_relations (
  practice_id TEXT NOT NULL REFERENCES practices(id), relation TEXT NOT NULL,
  other_id TEXT NOT NULL REFERENCES practices(id), PRIMARY KEY (practice_id, relation, other_id));
CREATE TABLE results (
  case_id TEXT NOT NULL REFERENCES cases(id), number INTEGER NOT NULL,
  indicator TEXT REFERENCES indicators(id), of TEXT,
  {QUANTITIES}unit TEXT REFERENCES units(id), per TEXT, per_of TEXT, percent_of TEXT, computed TEXT,
  canonical_unit TEXT, canonical_change REAL, canonical_value REAL, basis TEXT, n INTEGER,
  scope TEXT, period TEXT, source TEXT REFERENCES sources(id), pages TEXT, note TEXT,
  context INTEGER NOT NULL,
  PRIMARY KEY (case_id, number));
"""

VIEWS = """
CREATE VIEW casos AS
SELECT c.id AS ficha, c.title AS titulo, l.label AS nivel,
  (SELECT group_concat(t.label, '; ') FROM case_countries x JOIN countries t ON t.id = x.country_id
   WHERE x.case_id = c.id) AS paises,
  (SELECT group_concat(t.label, '; ') FROM case_sectors x JOIN sectors t ON t.id = x.sector_id
   WHERE x.case_id = c.id) AS sectores,
  (SELECT group_concat(t.label, '; ') FROM case_resources x JOIN resources t ON t.id = x.resource_id
   WHERE x.case_id = c.id) AS recursos,
  c.first_year AS desde, c.last_year AS hasta, o.label AS resultado, v.label AS verificacion,
  c.payback_months AS plazo_meses, c.url AS direccion
FROM cases c LEFT JOIN levels l ON l.id = c.level LEFT JOIN outcomes o ON o.id = c.outcome
  LEFT JOIN verification v ON v.id = c.verification;
CREATE VIEW cifras AS
SELECT r.case_id AS ficha, c.title AS caso, i.label AS indicador, r.of AS de_que,
  r.baseline_min AS antes_min, r.baseline_max AS antes_max, r.after_min AS despues_min,
  r.after_max AS despues_max, r.change_min AS cambio_min, r.change_max AS cambio_max,
  r.percent_min AS porcentaje_min, r.percent_max AS porcentaje_max, r.value_min AS valor_min,
  r.value_max AS valor_max, u.label AS unidad, r.per AS por, r.computed AS calculado,
  r.basis AS base, s.title AS fuente, r.note AS nota,
  r.context AS de_contexto
FROM results r JOIN cases c ON c.id = r.case_id LEFT JOIN indicators i ON i.id = r.indicator
  LEFT JOIN units u ON u.id = r.unit LEFT JOIN sources s ON s.id = r.source;
CREATE VIEW practicas AS
SELECT p.id AS ficha, p.title AS titulo, k.label AS clase, t.label AS tema, p.maturity AS madurez,
  (SELECT count(*) FROM case_practices x WHERE x.practice_id = p.id) AS casos, p.url AS direccion
FROM practices p LEFT JOIN practice_kinds k ON k.id = p.kind LEFT JOIN themes t ON t.id = p.theme;
"""
