import type { Piece } from '../piece.ts';

export const timeline: Piece<null> = {
  name: 'timeline',
  reads: [],
  load: async () => null,
  title: () => 'timeline',
  Body: () => <p>timeline</p>,
  picture: () => <svg xmlns="http://www.w3.org/2000/svg" />,
  sources: () => [],
  isEmpty: () => true,
};
