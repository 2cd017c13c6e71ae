/** Which command a key press means, if any. */
import { commandOfKey } from "./bindings.ts";
import type { CommandId } from "./registry.ts";

const fields =
  "input:not([type=checkbox]), textarea, select, [contenteditable]:not([contenteditable=false]), dialog";
const pressable = "button, a[href], summary, [role=treeitem], [role=tab], [role=menuitem]";

/** The focus stays a moment longer in a dialog that has closed: what is not drawn takes no keys. */
const isField = (target: Element | null): boolean =>
  target?.closest(fields) != null && target.checkVisibility();

/** Returns the command a key press means, or null: with a modifier, inside a field, or Enter on something pressable. */
export function commandOf(event: KeyboardEvent): CommandId | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return null;
  const target = event.target instanceof Element ? event.target : null;
  if (isField(target)) return null;
  if (event.key === "Enter" && target?.closest(pressable)) return null;
  return commandOfKey(event.key);
}

/** Returns whether the event asks to undo or to redo, outside of fields, which have an undo of their own. */
export function undoOf(event: KeyboardEvent): "undo" | "redo" | null {
  if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return null;
  if (event.target instanceof Element && isField(event.target)) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && !event.shiftKey ? "redo" : null;
}
