/** Keeps the picture as it is on the screen: PNG or SVG. */
import { DropdownMenu } from "radix-ui";
import type { JSX } from "react";
import { useOpened } from "../desk/context.ts";
import { titleOf } from "../desk/desk.ts";
import { Icon } from "../parts/icon.tsx";
import { toast } from "../state/announce.ts";
import { takePicture } from "../state/picture.ts";

/** Returns a name for a file: letters and digits of the title, joined by hyphens. */
const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60) || "foundation";

async function keep(kind: "png" | "svg", title: string): Promise<void> {
  const blob = await takePicture(kind).catch(() => null);
  if (!blob) {
    toast("There is no picture to keep.");
    return;
  }
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = `${fileName(title)}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function ImageMenu(): JSX.Element {
  const { desk } = useOpened();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="tool" aria-label="Keep the picture" title="Keep the picture">
        <Icon name="import" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        className="menu"
        align="end"
        sideOffset={4}
        collisionPadding={8}
        aria-label="Keep the picture"
      >
        <DropdownMenu.Item onSelect={() => void keep("png", titleOf(desk))}>
          Picture as shown, PNG
        </DropdownMenu.Item>
        <DropdownMenu.Item onSelect={() => void keep("svg", titleOf(desk))}>
          Picture as shown, SVG
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
