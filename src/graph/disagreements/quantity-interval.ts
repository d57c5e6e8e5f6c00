export interface AmountInterval {
  readonly least: number;
  readonly greatest: number;
}

/** How far a round number said with "about", "over" or "nearly" may lie from what is meant: "over 250" is up to 300. */
const ABOUT = 0.1;
const OVER = 0.2;
const NEARLY = 0.2;
/** "Thousands" are from one thousand to ten thousand. */
const ORDER_OF = 10;

/**
 * The amounts that a quantity may stand for, both ends included so that the same number never disagrees with
 * itself: `exact` n alone; `about` n ± 10 %; `over` n to n + 20 %; `nearly` n − 20 % to n; `at-least` n and
 * more; `order-of` n to 10 n.
 */
export function quantityInterval(amount: number, approximation: string): AmountInterval {
  const size = Math.abs(amount);
  switch (approximation) {
    case 'about':
      return { least: amount - ABOUT * size, greatest: amount + ABOUT * size };
    case 'over':
      return { least: amount, greatest: amount + OVER * size };
    case 'nearly':
      return { least: amount - NEARLY * size, greatest: amount };
    case 'at-least':
      return { least: amount, greatest: Number.POSITIVE_INFINITY };
    case 'order-of':
      return { least: amount, greatest: amount + (ORDER_OF - 1) * size };
    default:
      return { least: amount, greatest: amount };
  }
}
