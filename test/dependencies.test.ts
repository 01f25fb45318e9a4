import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), "utf8"));

const versions = z.record(z.string(), z.string());
const manifest = z
  .looseObject({ dependencies: versions, devDependencies: versions })
  .parse(read("package.json"));
const lock = z
  .looseObject({
    packages: z.record(
      z.string(),
      z.looseObject({
        hasInstallScript: z.boolean().optional(),
        integrity: z.string().optional(),
        optional: z.boolean().optional(),
      }),
    ),
  })
  .parse(read("package-lock.json"));
const installed = Object.entries(lock.packages).filter(([path]) => path !== "");

test("every dependency is pinned to one version", () => {
  const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version),
  );
  expect(loose).toEqual([]);
});

test("no package runs a script when it is installed, and each that goes onto every machine is known by its hash", () => {
  expect(installed.length).toBeGreaterThan(100);
  expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([]);
  const everywhere = installed.filter(([, { optional }]) => optional !== true);
  expect(everywhere.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
});
