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
    readonly #made = new Map<string, unknown>();

    constructor(parts: Parts) {
      this.#parts = parts;
    }

    property(name: string, make: (parts: Parts, made: Made) => unknown): unknown {
      let value = this.#made.get(name);
      if (value === undefined) {
        value = make(this.#parts, this as unknown as Made);
        this.#made.set(name, value);
      }
      return value;
    }
  }
  for (const [name, make] of Object.entries<Makers<Parts, Made>[keyof Made]>(makers)) {
    Object.defineProperty(Lazy.prototype, name, {
      enumerable: true,
      get(this: Lazy) {
        return this.property(name, make);
      },
    });
  }
  return (parts) => new Lazy(parts) as unknown as Made;
}
