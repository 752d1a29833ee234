// Who goes with whom: people on a circle, a line a pair. Wide: goes well; thin: neither way; dashed: friction. It says nothing of a person.
//   nodes  [{id, name, candidate}], at most 20; edges [{source, target, kind}]; width, size in px: of the picture, of a letter
/** What to draw: circles, lines and labels with their places; without room for names the labels are the numbers alone. */
export function layout(nodes, edges, width, size) {
  const named = width >= 400;
  const margin = named ? Math.min(width * 0.27, size * 10) : size * 2;
  const radius = Math.max(60, Math.min((width - 2 * margin) / 2, size * 13));
  const height = 2 * radius + size * 5;
  const middle = { x: width / 2, y: height / 2 };
  const most = Math.max(3, Math.floor((margin - size) / (size * 0.62)));
  const places = new Map(
    nodes.map((node, i) => {
      const angle = (2 * Math.PI * i) / nodes.length - Math.PI / 2;
      const x = middle.x + radius * Math.cos(angle);
      const y = middle.y + radius * Math.sin(angle);
      const side = Math.abs(Math.cos(angle)) < 0.2 ? 'middle' : Math.cos(angle) > 0 ? 'start' : 'end';
      const letters = [...node.name];
      return [
        node.id,
        {
          ...node,
          number: i + 1,
          x,
          y,
          side,
          label: named ? (letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : node.name) : '',
          labelX: x + size * 1.3 * (side === 'start' ? 1 : side === 'end' ? -1 : 0),
          labelY: y + (side === 'middle' ? size * 1.9 * Math.sign(Math.sin(angle)) : 0) + size * 0.35,
        },
      ];
    }),
  );
  const order = { neutral: 0, synergy: 1, friction: 2 };
  const lines = edges
    .filter((edge) => places.has(edge.source) && places.has(edge.target))
    .sort((a, b) => order[a.kind] - order[b.kind])
    .map((edge) => ({ kind: edge.kind, from: places.get(edge.source), to: places.get(edge.target) }));
  return { height, nodes: [...places.values()], lines };
}
