import { toSlackView } from "../shapes.ts";
import { type Opened, openModal, publishHome, pushModal, replaceModal } from "../views.ts";
import type { View } from "../wire.ts";
import type { World } from "../world.ts";
import { type Answer, type Args, type Method, refuse } from "./method.ts";

const answerOf = (opened: Opened, { workspace }: World): Answer =>
  opened.ok
    ? { ok: true, view: toSlackView(opened.view, workspace.seed) }
    : refuse(opened.error, opened.faults);

const byTrigger =
  (show: typeof openModal): Method["run"] =>
  (args, world) => {
    const taken = world.triggers.take(args.text("trigger_id") ?? "");
    return taken.ok
      ? answerOf(show(taken.person, args.json("view"), world), world)
      : refuse(taken.error);
  };

const hasOtherHash = (args: Args, view: View | null): boolean => {
  const hash = args.text("hash");
  return hash !== null && view !== null && hash !== view.hash;
};

function modalOf(args: Args, { workspace }: World): View | null {
  const externalId = args.text("external_id");
  if (externalId === null) return workspace.view(args.text("view_id") ?? "");
  return (
    workspace.seed.people
      .flatMap(({ id }) => workspace.stack(id))
      .find(({ payload }) => payload.external_id === externalId) ?? null
  );
}

const update: Method["run"] = (args, world) => {
  const view = modalOf(args, world);
  if (view === null || view.kind !== "modal") return refuse("not_found");
  if (hasOtherHash(args, view)) return refuse("hash_conflict");
  return answerOf(replaceModal(view, args.json("view"), world), world);
};

const publish: Method["run"] = (args, world) => {
  const person = args.text("user_id") ?? "";
  if (world.workspace.person(person) === null) return refuse("user_not_found");
  if (hasOtherHash(args, world.workspace.home(person))) return refuse("hash_conflict");
  return answerOf(publishHome(person, args.json("view"), world), world);
};

export const views: Readonly<Record<string, Method>> = {
  "views.open": { status: "supported", token: "bot", run: byTrigger(openModal) },
  "views.push": { status: "supported", token: "bot", run: byTrigger(pushModal) },
  "views.update": { status: "supported", token: "bot", run: update },
  "views.publish": { status: "supported", token: "bot", run: publish },
};
