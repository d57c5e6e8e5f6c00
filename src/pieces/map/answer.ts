import type { Level, Relation } from './relations.ts';
import type { World } from './world.ts';

export interface MapAnswer {
  readonly world: World;
  /** The levels, the lowest first. */
  readonly levels: readonly Level[];
  readonly relations: readonly Relation[];
  /** The countries that the graph knows without a level, by code. */
  readonly others: readonly {
    readonly id: string;
    readonly kind: string;
    readonly name: string;
    readonly alpha3: string;
  }[];
  /** The country that the map is of, if the graph has it. */
  readonly home: { readonly id: string; readonly name: string } | undefined;
  /** How many steps were asked for and came, and how many there are. */
  readonly shown: number;
  readonly total: number;
}
