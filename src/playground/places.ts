import { join } from "node:path";

/** Where the playground keeps its stores, its desk and that desk's configuration. */
export function playgroundPlaces(dataFolder: string) {
  const data = join(dataFolder, "playground");
  const desk = join(data, "desk");
  return { data, desk, config: join(desk, "goalpost.yml") };
}
