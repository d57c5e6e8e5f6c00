// The floor for bench/graph.mjs: a graph as bare typed arrays, and the same answers from them, written with nothing between.

/** Edges both ways in one array (compressed sparse rows), with the statement that each is. */
export function bareGraph(subjects, objects, none, nodes) {
  const starts = new Uint32Array(nodes + 1);
  const each = (visit) => {
    for (let statement = 0; statement < subjects.length; statement += 1) {
      if (objects[statement] === none) continue;
      visit(subjects[statement], objects[statement], statement);
      visit(objects[statement], subjects[statement], statement);
    }
  };
  each((from) => {
    starts[from + 1] += 1;
  });
  for (let node = 0; node < nodes; node += 1) starts[node + 1] += starts[node];
  const next = starts.slice();
  const neighbors = new Uint32Array(starts[nodes]);
  const statements = new Uint32Array(starts[nodes]);
  each((from, to, statement) => {
    neighbors[next[from]] = to;
    statements[next[from]] = statement;
    next[from] += 1;
  });
  return {
    starts,
    neighbors,
    statements,
    stamps: [new Uint32Array(nodes), new Uint32Array(nodes)],
    distances: [new Uint32Array(nodes), new Uint32Array(nodes)],
    stamp: 0,
  };
}

/** The nodes within so many hops, the nearest first, then by rank, at most `limit`; and the edges among them, ascending. */
export function bareNeighborhood(graph, rankOf, start, depth, limit) {
  const { starts, neighbors, statements } = graph;
  const seen = graph.stamps[0];
  graph.stamp += 1;
  const { stamp } = graph;
  seen[start] = stamp;
  const nodes = [start];
  const distances = [0];
  let frontier = [start];
  for (let distance = 1; distance <= depth && frontier.length > 0; distance += 1) {
    const level = [];
    for (const node of frontier) {
      for (let edge = starts[node]; edge < starts[node + 1]; edge += 1) {
        const neighbor = neighbors[edge];
        if (seen[neighbor] === stamp) continue;
        seen[neighbor] = stamp;
        level.push(neighbor);
      }
    }
    level.sort((a, b) => rankOf[a] - rankOf[b]);
    frontier = level.slice(0, limit - nodes.length);
    for (const node of frontier) {
      nodes.push(node);
      distances.push(distance);
    }
    if (nodes.length === limit) break;
  }
  const chosen = graph.stamps[1];
  for (const node of nodes) chosen[node] = stamp;
  const edges = [];
  for (const node of nodes) {
    for (let edge = starts[node]; edge < starts[node + 1]; edge += 1) {
      const neighbor = neighbors[edge];
      // Each edge stands at both of its ends; one is enough.
      if (chosen[neighbor] === stamp && neighbor >= node) edges.push(statements[edge]);
    }
  }
  return { nodes, distances, edges: Uint32Array.from(new Set(edges)).sort() };
}

/** A shortest path, searched for from both ends; of several the one whose nodes come first, of parallel edges the first. */
export function barePath(graph, from, to, maxHops) {
  if (from === to) return { nodes: [from], statements: [] };
  const { starts, neighbors, statements } = graph;
  graph.stamp += 1;
  const { stamp } = graph;
  const sides = [from, to].map((end, side) => {
    graph.stamps[side][end] = stamp;
    graph.distances[side][end] = 0;
    return { reached: graph.stamps[side], distance: graph.distances[side], levels: [[end]] };
  });
  const degree = (nodes) => {
    let sum = 0;
    for (const node of nodes) sum += starts[node + 1] - starts[node];
    return sum;
  };
  const [forward, backward] = sides;
  let met = false;
  for (let hops = 1; hops <= maxHops && !met; hops += 1) {
    const isForward = degree(forward.levels.at(-1)) <= degree(backward.levels.at(-1));
    const { reached, distance, levels } = isForward ? forward : backward;
    const other = isForward ? backward.reached : forward.reached;
    const level = [];
    for (const node of levels.at(-1)) {
      for (let edge = starts[node]; edge < starts[node + 1]; edge += 1) {
        const neighbor = neighbors[edge];
        if (reached[neighbor] === stamp) continue;
        reached[neighbor] = stamp;
        distance[neighbor] = levels.length;
        level.push(neighbor);
        if (other[neighbor] === stamp) met = true;
      }
    }
    levels.push(level);
    if (level.length === 0) return null;
  }
  if (!met) return null;
  // From where the searches met back to the start: what lies on a shortest path.
  const onPath = [forward.levels.at(-1).filter((node) => backward.reached[node] === stamp)];
  for (let at = forward.levels.length - 2; at >= 0; at -= 1) {
    const later = new Set(onPath[0]);
    onPath.unshift(
      forward.levels[at].filter((node) => {
        for (let edge = starts[node]; edge < starts[node + 1]; edge += 1) {
          if (later.has(neighbors[edge])) return true;
        }
        return false;
      }),
    );
  }
  const nodes = [from];
  const path = [];
  const step = (leads) => {
    const node = nodes.at(-1);
    let best = Number.POSITIVE_INFINITY;
    let by = Number.POSITIVE_INFINITY;
    for (let edge = starts[node]; edge < starts[node + 1]; edge += 1) {
      const neighbor = neighbors[edge];
      if (neighbor > best || !leads(neighbor)) continue;
      by = neighbor < best ? statements[edge] : Math.min(by, statements[edge]);
      best = neighbor;
    }
    nodes.push(best);
    path.push(by);
  };
  for (const level of onPath.slice(1)) {
    const onLevel = new Set(level);
    step((node) => onLevel.has(node));
  }
  for (let left = backward.levels.length - 2; left >= 0; left -= 1) {
    step((node) => backward.reached[node] === stamp && backward.distance[node] === left);
  }
  return { nodes, statements: path };
}
