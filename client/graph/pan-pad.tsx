/** Four buttons that move what is shown, for those who cannot drag. There while the whole is not on the screen. */
import type { JSX } from "react";
import { Icon } from "../parts/icon.tsx";
import { useDesk } from "../state/store.ts";
import { zoom } from "../state/zoom.ts";

const directions = ["left", "up", "down", "right"] as const;

export function PanPad(): JSX.Element | null {
  const away = useDesk((state) => state.camera !== null);
  if (!away) return null;
  return (
    <fieldset className="pan-pad">
      <legend className="unseen">Move the picture</legend>
      {directions.map((direction) => (
        <button
          key={direction}
          type="button"
          className="tool"
          aria-label={`Move ${direction}`}
          title={`Move ${direction}`}
          onClick={() => zoom(`pan-${direction}`)}
        >
          <Icon name={direction} />
        </button>
      ))}
    </fieldset>
  );
}
