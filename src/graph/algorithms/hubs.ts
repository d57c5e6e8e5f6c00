/** An entity is a hub from so many times the mean degree upwards, and never below the least. */
const TIMES_THE_MEAN = 10;
const LEAST_DEGREE = 50;

/** The degree from which a way through a node tells little: nearly anything is joined to it. */
export function hubDegree(degree: Uint32Array): number {
  const sum = degree.reduce((total, one) => total + one, 0);
  return Math.max(LEAST_DEGREE, (TIMES_THE_MEAN * sum) / Math.max(1, degree.length));
}
