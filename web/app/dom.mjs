// Nodes are made here and nowhere else: what comes from the server is text, never markup.
const svgNames = 'http://www.w3.org/2000/svg';

function filled(node, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') for (const [event, hear] of Object.entries(value)) node.addEventListener(event, hear);
    else if (name === 'vars') for (const [variable, to] of Object.entries(value)) node.style.setProperty(variable, to);
    else if (name === 'value' || name === 'checked' || name === 'indeterminate') node[name] = value;
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  append(node, children);
  return node;
}

function append(node, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(node, child);
    else if (child !== null && child !== undefined && child !== false) node.append(child instanceof Node ? child : String(child));
  }
}

/** An element: h('p', {class: 'note', on: {click}, vars: {'--share': '40%'}}, 'text', node, [more]). */
export const h = (tag, properties, ...children) => filled(document.createElement(tag), properties, children);
/** The same of SVG. */
export const svg = (tag, properties, ...children) => filled(document.createElementNS(svgNames, tag), properties, children);
/** What a person wrote, such as a name: its direction is its own. */
export const own = (text) => h('bdi', null, text ?? '');
/** A link within the pages, or to elsewhere. */
export const link = (href, ...children) => h('a', { href }, ...children);

let count = 0;
/** An id that nothing else has; those that outlive a rendering are given by name. */
export const id = (name = 'x') => `${name}-${(count += 1)}`;
