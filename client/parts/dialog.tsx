/** A modal dialog on the browser's own `<dialog>`: it keeps the focus, closes by Esc and needs no injected styles. */
import { type JSX, type ReactNode, type ToggleEvent, useEffect, useId, useRef } from "react";
import { Icon } from "./icon.tsx";

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

export function Dialog({ open, onClose, title, children }: Props): JSX.Element {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    else if (!open) element?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      closedby="any"
      onBeforeToggle={letGo}
      onClose={onClose}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="tool" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}

/**
 * Where nothing had the focus before, the browser leaves it in the closed dialog until the next frame, and a key pressed
 * by then would go into a field that nobody sees.
 */
function letGo({ newState, currentTarget }: ToggleEvent<HTMLDialogElement>): void {
  const { activeElement } = document;
  if (newState === "closed" && activeElement instanceof HTMLElement && currentTarget.contains(activeElement))
    activeElement.blur();
}
