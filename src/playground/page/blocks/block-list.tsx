import { Component, type ReactNode } from "react";
import type { Block } from "../../block-kit/blocks.ts";
import { useDesk } from "../desk.ts";
import { BlockView } from "./block-view.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { type Surface, SurfaceContext } from "./surface.ts";

/** One block that cannot be drawn must not take the page with it. */
class BlockGuard extends Component<
  { readonly children: ReactNode; readonly instead: ReactNode },
  { readonly isBroken: boolean }
> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.instead : this.props.children;
  }
}

function BrokenBlock(): ReactNode {
  return <p className="broken-block">{useDesk().text("broken_block")}</p>;
}

/** Blocks from top to bottom, on the surface that gives them life. */
export function BlockList({
  blocks,
  surface,
}: {
  readonly blocks: readonly Block[];
  readonly surface: Surface;
}): ReactNode {
  return (
    <SurfaceContext value={surface}>
      <div className="blocks">
        {blocks.map((block, at) => (
          <BlockGuard key={block.block_id ?? at} instead={<BrokenBlock />}>
            <BlockView block={block} />
          </BlockGuard>
        ))}
      </div>
      {surface.asking !== null && <ConfirmDialog asking={surface.asking} />}
    </SurfaceContext>
  );
}
