/**
 * How long new connections may be let in before work goes on, in milliseconds. One is taken between two looks at input and output,
 * so that while there are more, looks must follow one another without work between them: whoever stands outside cannot even be refused.
 */
const LETTING_IN = 4;

let hasCome = false;
/** When the first of those came that have come one look after the other. */
let firstCame: number | undefined;
let looksAgain = false;

/** To be called for each new connection. */
export function connectionCame(): void {
  hasCome = true;
  if (looksAgain) return;
  looksAgain = true;
  setImmediate(lookAgain);
}

function lookAgain(): void {
  const now = performance.now();
  const began = firstCame ?? now;
  if (hasCome && now - began < LETTING_IN) {
    hasCome = false;
    firstCame = began;
    setImmediate(lookAgain);
  } else {
    hasCome = false;
    firstCame = undefined;
    looksAgain = false;
  }
}

/** Whether work is to wait for the next look, for a connection has come with this one, and there may be more. */
export const areArriving = (): boolean => firstCame !== undefined;
