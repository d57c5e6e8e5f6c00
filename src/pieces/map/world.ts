import type { GeometryCollection, Topology } from 'topojson-specification';

/** What the shapes tell of a country: its codes of ISO 3166-1, if it has any. */
export interface CountryCodes {
  readonly alpha2?: string;
  readonly alpha3?: string;
}

/** The shapes of the countries, and points for those that are too small to have one. */
export interface World {
  readonly shapes: Topology<{ readonly countries: GeometryCollection<CountryCodes> }>;
  readonly points: readonly {
    readonly alpha2: string;
    readonly alpha3: string;
    /** Longitude and latitude. */
    readonly at: readonly [number, number];
  }[];
}
