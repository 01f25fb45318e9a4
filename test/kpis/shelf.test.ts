import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, expectTypeOf, test } from "vitest";
import { locales } from "../../src/i18n/locale.ts";
import { kinds } from "../../src/kinds/index.ts";
import type { Kind } from "../../src/kinds/kind.ts";
import { collisions } from "../../src/kpis/collisions.ts";
import { inputsOf, needsOfMeasure } from "../../src/kpis/evaluate.ts";
import { foldName } from "../../src/kpis/fold-name.ts";
import { isKpiId, kpiById, type KpiId, kpis } from "../../src/kpis/index.ts";
import type { Kpi, Measure, SlaPolicy } from "../../src/kpis/kpi.ts";
import { kpiNamed } from "../../src/kpis/kpi-names.ts";
import { type Options, optionsInForce } from "../../src/kpis/options.ts";

const shelf: readonly Kpi[] = kpis;
const room = resolve(import.meta.dirname, "../../src/kpis");

const sla: readonly SlaPolicy[] = [
  {
    name: "first-reply",
    from: null,
    kpi: "first_response_time",
    withinSeconds: 14_400,
    priority: ["high"],
    channel: null,
    clock: "business",
    share: 90,
  },
];

/** Every combination of choices, with the other options at their defaults. */
function everyChoice({ options }: Kpi): Options[] {
  let all: Record<string, string>[] = [{}];
  for (const [name, spec] of Object.entries(options)) {
    if (spec.type !== "choice") continue;
    all = all.flatMap((said) => spec.values.map((value) => ({ ...said, [name]: value })));
  }
  return all.map((said) => optionsInForce(options, said));
}

const measures = (kpi: Kpi): Measure[] =>
  everyChoice(kpi).flatMap((options) =>
    [[], sla].map((policies) => kpi.measure(options, { sla: policies })),
  );

const needs = (measure: Measure) =>
  needsOfMeasure(measure, { withVariants: true, withNotes: true });

test("every file that declares a KPI stands on the shelf", () => {
  const declared = readdirSync(room).filter((name) =>
    readFileSync(resolve(room, name), "utf8").includes("= defineKpi({"),
  );
  expect(declared.map((name) => name.replace(".ts", "").replaceAll("-", "_")).toSorted()).toEqual(
    shelf.map(({ id }) => id).toSorted(),
  );
});

test("a KPI that is on no shelf does not compile", () => {
  expectTypeOf<"fcr">().toExtend<KpiId>();
  // @ts-expect-error a misspelled id
  expect(() => kpiById("frc")).toThrow("frc");
});

test("every name means one KPI, in whatever language", () => {
  const owners = new Map<string, string>();
  const clashes: string[] = [];
  for (const { id, title, aliases } of shelf) {
    for (const name of [id, ...Object.values(title), ...aliases]) {
      const owner = owners.get(foldName(name)) ?? id;
      if (owner !== id) clashes.push(`${name}: ${owner} and ${id}`);
      owners.set(foldName(name), id);
    }
  }
  expect(clashes).toEqual([]);
});

test("a name that collides is nobody's alias", () => {
  const names = new Set(
    shelf.flatMap(({ id, title, aliases }) =>
      [id, ...Object.values(title), ...aliases].map(foldName),
    ),
  );
  const colliding = Object.keys(collisions).map(foldName);
  expect(colliding.filter((name) => names.has(name))).toEqual([]);
  expect(new Set(colliding).size).toBe(colliding.length);
});

test.each([
  ["FCR", "fcr"],
  ["fcr(첫 번째 통화 해결)", undefined],
  ["ＦＣＲ", "fcr"],
  ["첫번째 통화해결", "fcr"],
  ["수능 점수", "csat"],
  ["решённые  проблемы клиентов", "resolved_issues"],
  ["РЕШЕННЫЕ ПРОБЛЕМЫ КЛИЕНТОВ", "resolved_issues"],
  ["首次聯繫解決率", "fcr"],
  ["first-response-time", "first_response_time"],
  ["SL", "service_level"],
  ["SLA", "sla_attainment"],
  ["ART", "avg_resolution_time"],
])("%s is %s", (name, kpi) => {
  const named = kpiNamed(name);
  expect(named?.kind === "kpi" ? named.kpi : undefined).toBe(kpi);
});

test.each([
  "AR",
  "CRR",
  "CPC",
  "churn",
  "отток",
  "이탈률",
  "회전율",
  "평균 응답 시간",
  "응답률",
  "대기 시간",
  "resolution",
  "流失率",
])("%s is asked about, even where one candidate is left", (name) => {
  const named = kpiNamed(name);
  expect(named?.kind).toBe("collision");
  expect(named?.kind === "collision" && named.candidates.every(isKpiId)).toBe(true);
});

test("the names of options are nobody's own, and each option has its value", () => {
  for (const { options, named = [] } of shelf) {
    for (const { option, value, names } of named) {
      const spec = options[option];
      expect(spec?.type === "choice" ? spec.values : []).toContain(value);
      expect(names.filter((name) => kpiNamed(name) !== undefined)).toEqual([]);
    }
  }
});

test("names of figures that are not on the shelf mean nothing", () => {
  for (const name of ["LCR", "CSI", "GRR"]) expect(kpiNamed(name)).toBeUndefined();
});

test("titles, meanings and formulas are written in every language", () => {
  for (const { title, meaning, formula } of shelf) {
    for (const text of [title, meaning, formula]) {
      expect(locales.every((locale) => text[locale].trim().length > 1)).toBe(true);
      expect(new Set(Object.values(text)).size).toBe(locales.length);
    }
  }
});

test("mistranslated names are searchable and never shown", () => {
  const titles = shelf.flatMap(({ title }) => Object.values(title));
  for (const sic of ["수능 점수", "새 프로모터 점수", "고객친화산업", "첫 번째 통화 정산 비율"]) {
    expect(kpiNamed(sic)?.kind).toBe("kpi");
    expect(titles).not.toContain(sic);
  }
});

test.each([
  ["tickets_per_customer", ["ticket_volume", "csat"]],
  ["sla_attainment", ["ticket_volume", "csat"]],
  ["onboarding_time", ["customer_churn_rate", "csat"]],
])("%s is guarded by what it could be bought with", (id, guardrails) => {
  expect(shelf.find((each) => each.id === id)?.guardrails).toEqual(guardrails);
});

test("every KPI has a guardrail, and guardrails are other KPIs of the shelf", () => {
  for (const { id, guardrails } of shelf) {
    expect(guardrails.length).toBeGreaterThan(0);
    expect(guardrails.filter((each) => !isKpiId(each))).toEqual([]);
    expect(guardrails).not.toContain(id);
  }
});

test("a KPI of two kinds lets people say which", () => {
  for (const { kinds: able, options } of shelf) {
    const kind = options["kind"];
    expect(kind?.type === "choice" ? [...kind.values] : able.slice(0, 1)).toEqual([...able]);
  }
});

test("inputs of one name are one input, so that they can be delivered ready-made", () => {
  const known = new Map<string, string>();
  const clashes: string[] = [];
  for (const kpi of shelf) {
    for (const input of measures(kpi).flatMap((measure) => needs(measure).inputs)) {
      // However it is spread over channels, it is the same sum.
      const { spread: _, ...sum } = input;
      const shape = JSON.stringify(sum);
      const first = known.get(input.id) ?? shape;
      if (first !== shape) clashes.push(`${kpi.id}: ${input.id}`);
      known.set(input.id, shape);
    }
  }
  expect(clashes).toEqual([]);
});

test("an input's id is a word that a mapping of measures can hold", () => {
  const ids = shelf.flatMap((kpi) =>
    measures(kpi).flatMap((measure) => needs(measure).inputs.map(({ id }) => id)),
  );
  expect(ids.filter((id) => !/^[a-z][a-z0-9_]*$/u.test(id))).toEqual([]);
});

test("inputs name columns of their kind's catalogue", () => {
  const all: readonly Kind[] = kinds;
  const instants = new Map(
    all.map(({ id, columns }): [string, string[]] => [
      id,
      Object.entries(columns).flatMap(([name, column]) => (column.type === "instant" ? name : [])),
    ]),
  );
  const days = new Map(all.map(({ id, derived }) => [id, Object.keys(derived)]));
  for (const kpi of shelf) {
    for (const input of measures(kpi).flatMap((measure) => needs(measure).inputs)) {
      const { kind, at, until, through } = input;
      const known = through === undefined ? instants.get(kind) : days.get(kind);
      expect(known).toEqual(expect.arrayContaining([at, until ?? through ?? at]));
      expect([...kpi.kinds, ...(kpi.beside ?? [])]).toContain(kind);
    }
  }
});

test("every choice changes what is measured", () => {
  for (const kpi of shelf) {
    for (const [name, spec] of Object.entries(kpi.options)) {
      if (spec.type !== "choice") continue;
      const formulas = spec.values.map((value) =>
        JSON.stringify(kpi.measure(optionsInForce(kpi.options, { [name]: value }), { sla: [] })),
      );
      expect([kpi.id, name, new Set(formulas).size]).toEqual([kpi.id, name, spec.values.length]);
    }
  }
});

test("a source's own goal is in the KPI's unit", () => {
  expect(kpiById("service_level").target).toBe(80);
  expect(kpiById("first_response_time").target).toMatchObject({ email: 86_400, chat: 3_600 });
});

test("a measure is made of at least one input of a held kind", () => {
  for (const kpi of shelf)
    for (const measure of measures(kpi)) {
      expect(inputsOf(measure).length).toBeGreaterThan(0);
    }
});
