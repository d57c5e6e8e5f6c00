/** How each property of an object is made, from what the object is made of and from its other properties. */
export type Makers<Parts, Made, Whole = Made> = {
  readonly [Name in keyof Made]: (parts: Parts, whole: Whole) => Made[Name];
};

/** Makes objects whose properties are made when they are first asked for: cheap where few of many are. */
export function lazily<Parts, Made extends object>(
  makers: Makers<Parts, Made>,
): (parts: Parts) => Made {
  class Lazy {
    readonly #parts: Parts;
    /** By the places of their makers. */
    readonly #made: unknown[] = [];

    constructor(parts: Parts) {
      this.#parts = parts;
    }

    property(place: number, make: (parts: Parts, made: Made) => unknown): unknown {
      this.#made[place] ??= make(this.#parts, this as unknown as Made);
      return this.#made[place];
    }
  }
  const all = Object.entries<Makers<Parts, Made>[keyof Made]>(makers);
  for (const [place, [name, make]] of all.entries()) {
    Object.defineProperty(Lazy.prototype, name, {
      enumerable: true,
      get(this: Lazy) {
        return this.property(place, make);
      },
    });
  }
  return (parts) => new Lazy(parts) as unknown as Made;
}
