import type { Piece } from '../piece.ts';

export const card: Piece<null> = {
  name: 'card',
  reads: [],
  load: async () => null,
  title: () => 'card',
  Body: () => <p>card</p>,
  picture: () => <svg xmlns="http://www.w3.org/2000/svg" />,
  sources: () => [],
  isEmpty: () => true,
};
