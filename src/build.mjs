// Compiles the sources and the playground's page into dist/.
// With --if-newer it does so only when a source is newer than the last build.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = join(root, "dist", ".built");

const newestIn = (path) => {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
};

const isCurrent = () =>
  existsSync(stamp) &&
  ["src", "commands", "goals", "package-lock.json", "tsconfig.json"].every(
    (each) => newestIn(join(root, each)) <= statSync(stamp).mtimeMs,
  );

if (!process.argv.includes("--if-newer") || !isCurrent()) {
  const run = (tool, ...args) =>
    execFileSync(process.execPath, [join(root, "node_modules", tool), ...args], {
      cwd: root,
      stdio: "inherit",
    });
  rmSync(join(root, "dist"), { recursive: true, force: true });
  run("typescript/bin/tsc");
  if (existsSync(join(root, "src/playground/page/vite.config.ts"))) {
    run(
      "vite/bin/vite.js",
      "build",
      "--logLevel",
      "warn",
      "--config",
      "src/playground/page/vite.config.ts",
    );
  }
  writeFileSync(stamp, "");
}
