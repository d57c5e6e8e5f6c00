import type { Direction } from './each-neighbor.ts';
import type { Effort } from './effort.ts';
import type { EdgeFlags } from './flags.ts';

/** A path by numbers, without a node twice. */
export interface NodePath {
  /** One node more than statements, both ends included. */
  readonly nodes: readonly number[];
  readonly statements: readonly number[];
}

/** Which paths are asked for. */
export interface PathOptions {
  readonly from: number;
  readonly to: number;
  readonly maxHops: number;
  readonly direction: Direction;
  /** Edges that the path may take. */
  readonly followed: EdgeFlags;
  /** Whether a path may pass through the node; it always may begin and end at its ends. */
  readonly between: (node: number) => boolean;
  readonly effort: Effort;
}

/** Paths of which some are known already: they are told apart by their first step. */
export interface SpurOptions extends PathOptions {
  /** Nodes that the first step does not lead to. */
  readonly barred: ReadonlySet<number>;
}

export const NONE_BARRED: ReadonlySet<number> = new Set();
