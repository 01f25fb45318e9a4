import type { Digest } from "../documents/shape.ts";
import type { Filters } from "../kpis/where.ts";

/** A channel that a digest goes to, and the part of the desk it speaks of there. */
export interface Place {
  readonly channel: string;
  readonly where: Filters;
}

/** One definition, a delivery for each of these: its own channel, and that of every further team. */
export const placesOf = ({
  channel,
  where,
  also,
}: Pick<Digest, "channel" | "where" | "also">): readonly Place[] => [
  { channel, where },
  ...also.map((more) => ({
    channel: more.channel,
    where: { ...where, team: { in: [more.team] } },
  })),
];

/** What a digest says in a channel; undefined where it does not go there any more. */
export const placeIn = (
  digest: Pick<Digest, "channel" | "where" | "also">,
  channel: string,
): Place | undefined => placesOf(digest).find((place) => place.channel === channel);
