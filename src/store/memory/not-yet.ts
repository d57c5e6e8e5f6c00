/** Stands in for a method of the port until it is there. */
export const notYet = (method: string) => (): never => {
  throw new Error(`The method ${method} is not there yet.`);
};
