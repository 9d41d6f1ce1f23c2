import { platformData } from "../../generated/platforms.ts";

/** A platform as people write it; one that only a pack knows by its own name. */
export function shownPlatform(name: string): string {
  return Object.hasOwn(platformData, name) ? platformData[name].name : name;
}
