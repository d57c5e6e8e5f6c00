import {
  createEdgeCompoundProgram,
  EdgeArrowHeadProgram,
  EdgeClampedProgram,
  EdgeLineProgram,
  NodeCircleProgram,
} from 'sigma/rendering';

/**
 * How sigma draws, without the second drawing of everything by which it finds what lies under the pointer: `Model` finds that
 * faster, and no frame is drawn twice.
 */
class Circles extends NodeCircleProgram {
  constructor(...[gl, , renderer]: ConstructorParameters<typeof NodeCircleProgram>) {
    super(gl, null, renderer);
  }
}

class Shafts extends EdgeClampedProgram {
  constructor(...[gl, , renderer]: ConstructorParameters<typeof EdgeClampedProgram>) {
    super(gl, null, renderer);
  }
}

class Heads extends EdgeArrowHeadProgram {
  constructor(...[gl, , renderer]: ConstructorParameters<typeof EdgeArrowHeadProgram>) {
    super(gl, null, renderer);
  }
}

class Lines extends EdgeLineProgram {
  constructor(...[gl, , renderer]: ConstructorParameters<typeof EdgeLineProgram>) {
    super(gl, null, renderer);
  }
}

export const nodePrograms = { circle: Circles };

/** Arrows, or hair lines where there are too many edges to tell their ends apart. */
export const edgePrograms = {
  arrow: createEdgeCompoundProgram([Shafts, Heads]),
  line: Lines,
};
