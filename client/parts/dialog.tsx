/** A modal dialog on the browser's own `<dialog>`: it keeps the focus, closes by Esc and needs no injected styles. */
import { type JSX, type ReactNode, type RefObject, useId } from "react";
import { Icon } from "./icon.tsx";

interface Props {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly title: string;
  readonly children: ReactNode;
}

export function Dialog({ dialog, title, children }: Props): JSX.Element {
  const id = useId();
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} closedby="any">
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="tool" aria-label="Close" onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
