// The nearest of many, by cells of 8 m (400 steps of 2 cm): as one would write it for either server.
export const NEAREST = 48;
const CELL = 400;

// Everyone by cell; `at` says where one stands: {x, y}.
export function cells(everyone, at) {
  const grid = new Map();
  for (const one of everyone) {
    const { x, y } = at(one), key = Math.floor(x / CELL) * 4096 + Math.floor(y / CELL);
    const here = grid.get(key);
    if (here) here.push(one); else grid.set(key, [one]);
  }
  return grid;
}

// The NEAREST of one, nearest first.
export function nearest(one, grid, at) {
  const { x, y } = at(one), column = Math.floor(x / CELL), row = Math.floor(y / CELL);
  let found = [];
  for (let reach = 1; reach <= 12; reach++) {
    found = [];
    for (let i = column - reach; i <= column + reach; i++) {
      for (let j = row - reach; j <= row + reach; j++) {
        for (const other of grid.get(i * 4096 + j) ?? []) if (other !== one) found.push(other);
      }
    }
    if (found.length >= NEAREST) break;
  }
  for (const other of found) other.away = (at(other).x - x) ** 2 + (at(other).y - y) ** 2;
  return found.sort((a, b) => a.away - b.away).slice(0, NEAREST);
}
