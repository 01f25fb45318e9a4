import { readdir } from "node:fs/promises";
import { nearest } from "../../commands/words/nearest.ts";
import type { Config } from "../config/config.ts";
import type { ForgottenBook } from "../documents/forgotten.ts";
import { isSetAside } from "../documents/put-in-place.ts";
import { scrubFor } from "../documents/scrub.ts";
import type { Documents } from "../documents/store.ts";
import { kinds } from "../kinds/index.ts";
import { isNamed, sameValue } from "../kpis/same-value.ts";
import type { Forgetting, Person, Traces } from "../people/forgetting.ts";
import { createBindings } from "../records/bindings.ts";
import { spelledSql } from "../records/spelled-sql.ts";
import type { Records } from "../records/store.ts";
import { valuesHeld } from "../records/values-held.ts";
import { configuredAs } from "./configured-as.ts";
import { documentsNaming, idsIn } from "./documents-naming.ts";

export interface ForgettingParts {
  readonly config: Config;
  readonly records: Records;
  readonly documents: Documents;
  readonly forgotten: ForgottenBook;
  readonly dataFolder: string;
}

const mostNear = 3;

/**
 * Takes a person's name and Slack id out of everything that is kept. The list of who was forgotten
 * is written first and the audit log last: cut off anywhere, the same words finish it.
 */
export function createForgetting(parts: ForgettingParts): Forgetting {
  const { config, records, documents, forgotten, dataFolder } = parts;
  const configured = Object.entries(config.people.agents);

  /** A name brings the Slack id that the configuration gives it, and an id its names. */
  const withTheirOthers = (words: string, held: readonly string[]): Person => {
    const linked = configured.filter(([name, id]) => sameValue(name, words) || id === words);
    const ids = [...new Set(linked.map(([, id]) => id))];
    const own = configured.filter(([, id]) => ids.includes(id)).map(([name]) => name);
    return {
      names: [...new Set([...own, ...held.filter((name) => isNamed(name, [...own, words]))])],
      ids: isSlackId(words) ? [...new Set([...ids, words])] : ids,
    };
  };

  const tracesOf = async ({ names, ids }: Person): Promise<Traces> => {
    const held = await Promise.all(
      kinds.map(async ({ id }) => {
        if (names.length === 0) return [id, 0] as const;
        const bindings = createBindings();
        const isTheirs = `agent in ${spelledSql("agent", names, bindings)}`;
        const sql = `select count(*) as n from ${id} where ${isTheirs}`;
        const [row] = await records.query(sql, bindings.values);
        return [id, Number(row?.["n"] ?? 0)] as const;
      }),
    );
    return {
      records: Object.fromEntries(held.filter(([, count]) => count > 0)),
      documents: await documentsNaming(documents, scrubFor({ names, ids, pseudonym: "\0" })),
    };
  };

  return {
    find: async (words) => {
      const [held, ids] = await Promise.all([valuesHeld(records, "agent"), idsIn(documents)]);
      const person = withTheirOthers(words, held);
      const isKnown = person.names.length > 0 || person.ids.some((id) => ids.includes(id));
      if (isKnown) return person;
      // Forgotten before, and perhaps cut off there: what is left of them goes now.
      if ((await forgotten.read()).pseudonymOf(words) !== null)
        return { ...person, names: [words] };
      // Names are compared in small letters, as they are typed.
      const known = new Map(
        [...held, ...configured.flat(), ...ids].map((name) => [name.toLowerCase(), name]),
      );
      const near = nearest(words, known.keys()).slice(0, mostNear);
      return { near: near.flatMap(({ name }) => known.get(name) ?? []) };
    },
    tracesOf,
    erase: async (person, who) => {
      const { names, ids } = person;
      const word = names.length > 0 ? "agent" : "member";
      const pseudonym = await forgotten.add([...names, ...ids], word);
      const traces = await tracesOf(person);
      const changed = await records.forgetAgents(await forgotten.read());
      const by = { who: ids.includes(who) ? pseudonym : who, via: "terminal" };
      // What they chose for themselves, and what was written to them alone, is of use to nobody else.
      await documents.change(by, async ({ people, deliveries }) => {
        for (const id of ids) await people.remove(id);
        for (const { id, channel } of await deliveries.list()) {
          if (ids.includes(channel)) await deliveries.remove(id);
        }
      });
      const rewritten = await documents.rewrite(scrubFor({ names, ids, pseudonym }));
      const erased = {
        pseudonym,
        records: Object.fromEntries(changed),
        documents: traces.documents,
        auditLines: rewritten.auditLines,
      };
      const { pseudonym: id, ...after } = erased;
      await documents.record(by, [{ collection: "forgotten", id, before: null, after }]);
      return {
        ...erased,
        stillConfigured: configuredAs(person, config),
        filesAside: (await readdir(dataFolder)).filter(isSetAside),
      };
    },
  };
}

const isSlackId = (text: string): boolean => /^[UW][A-Z0-9]{2,20}$/u.test(text);
