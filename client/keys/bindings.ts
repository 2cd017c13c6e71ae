/** The keys as this reader wants them: changed ones and whether they act at all, kept in the browser. */
import { create } from "zustand";
import { keep, kept } from "../state/kept.ts";
import { type CommandId, type Shortcut, shortcuts } from "./registry.ts";

interface Bindings {
  /** False: no single key does anything. */
  readonly on: boolean;
  /** Keys that differ from the registry's, by command. */
  readonly changed: Readonly<Partial<Record<CommandId, string>>>;
}

const storageKey = "footing.keys";

function stored(): Bindings {
  try {
    const { on, changed } = JSON.parse(kept(storageKey) ?? "{}") as Partial<Bindings>;
    const ids = new Set<string>(shortcuts.map((s) => s.id));
    const known = Object.entries(changed ?? {}).filter(([id, key]) => ids.has(id) && typeof key === "string");
    return { on: on !== false, changed: Object.fromEntries(known) };
  } catch {
    return { on: true, changed: {} };
  }
}

export const useBindings = create<Bindings>()(stored);

function change(next: Partial<Bindings>): void {
  useBindings.setState(next);
  const { on, changed } = useBindings.getState();
  keep(storageKey, on && Object.keys(changed).length === 0 ? null : JSON.stringify({ on, changed }));
}

/** Returns the keys of a shortcut as they are now. */
export function keysOf({ id, keys }: Shortcut, { changed }: Bindings): readonly string[] {
  const key = changed[id];
  return key === undefined ? keys : [key];
}

/** Returns the keys as the help shows them: "Shift", "Y". */
export function shownKeys(shortcut: Shortcut, bindings: Bindings): readonly string[] {
  const key = bindings.changed[shortcut.id];
  if (key === undefined) return shortcut.shown;
  const upper = key.toUpperCase();
  return key.length === 1 && key === upper && key !== key.toLowerCase() ? ["Shift", key] : [upper];
}

/** Returns the command of a key, or null: also while single keys are off. */
export function commandOfKey(key: string): CommandId | null {
  const bindings = useBindings.getState();
  if (!bindings.on) return null;
  return shortcuts.find((s) => keysOf(s, bindings).includes(key))?.id ?? null;
}

/** Gives the command another key. Returns the shortcut that has the key already, which then keeps it. */
export function rebind(id: CommandId, key: string): Shortcut | null {
  const bindings = useBindings.getState();
  const holder = shortcuts.find((s) => s.id !== id && keysOf(s, bindings).includes(key));
  if (holder) return holder;
  const { [id]: _, ...others } = bindings.changed;
  const own = shortcuts.find((s) => s.id === id)?.keys.includes(key);
  change({ changed: own ? others : { ...others, [id]: key } });
  return null;
}

export const switchKeys = (on: boolean): void => change({ on });
export const resetKeys = (): void => change({ on: true, changed: {} });
