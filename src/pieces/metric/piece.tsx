import type { Piece } from '../piece.ts';

export const metric: Piece<null> = {
  name: 'metric',
  reads: [],
  load: async () => null,
  title: () => 'metric',
  Body: () => <p>metric</p>,
  picture: () => <svg xmlns="http://www.w3.org/2000/svg" />,
  sources: () => [],
  isEmpty: () => true,
};
