/** Taking the sources away: BibTeX to copy or to download, CSL-JSON to download. */
import { DropdownMenu } from "radix-ui";
import type { JSX } from "react";
import { exportPath } from "../api/library.ts";
import { useOpened } from "../desk/context.ts";
import { workOf } from "../desk/emphasis.ts";
import { copyBibtex } from "../parts/copy.ts";
import { Icon } from "../parts/icon.tsx";
import { useDesk } from "../state/store.ts";

export function ExportMenu(): JSX.Element {
  const { id, desk } = useOpened();
  const work = useDesk((state) => workOf(desk, state.selection));
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="tool worded">
        <Icon name="export" />
        <span className="tool-word">BibTeX</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        className="menu"
        align="end"
        sideOffset={4}
        collisionPadding={8}
        aria-label="Take away"
      >
        <DropdownMenu.Item onSelect={() => void copyBibtex(id)}>
          Copy BibTeX of all sources <kbd>Y</kbd>
        </DropdownMenu.Item>
        {work && (
          <DropdownMenu.Item onSelect={() => void copyBibtex(id, work.source)}>
            Copy BibTeX of {work.source.label}
          </DropdownMenu.Item>
        )}
        <DropdownMenu.Separator />
        <DropdownMenu.Item asChild>
          <a href={exportPath(id, "bibtex")} download>
            Download BibTeX
          </a>
        </DropdownMenu.Item>
        <DropdownMenu.Item asChild>
          <a href={exportPath(id, "csl-json")} download>
            Download CSL-JSON
          </a>
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
