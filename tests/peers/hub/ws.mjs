// Node and `ws`, as one would write it by hand: each client is sent its 48 nearest ten times a second, in one binary
// frame; the nearest 16 each tick, the next 16 every second, the others every fourth; only those that changed.
// A client sends 8 bytes: its number, x and y in 2 cm, heading in 256ths of a turn, gesture. A record is the same.
import { WebSocketServer } from "ws";

const NEAREST = 48, HZ = 10, CELL = 400; // 8 m in 2 cm
const people = new Map(); // socket -> {number, x, y, record, changed, near}
let tick = 0;

const server = new WebSocketServer({ host: "127.0.0.1", port: Number(process.env.PORT), perMessageDeflate: false });
server.on("listening", () => console.log("listening"));
server.on("connection", (socket) => {
  socket._socket.setNoDelay(true);
  socket.on("close", () => people.delete(socket));
  socket.on("message", (word) => {
    if (word.length !== 8) return;
    let one = people.get(socket);
    if (!one) people.set(socket, (one = { number: word.readUInt16LE(0), near: [] }));
    one.x = word.readInt16LE(2);
    one.y = word.readInt16LE(4);
    if (!one.record || !one.record.equals(word)) one.changed = tick + 1;
    one.record = word;
  });
});

function cells() {
  const all = new Map();
  for (const one of people.values()) {
    const key = Math.floor(one.x / CELL) * 4096 + Math.floor(one.y / CELL);
    const here = all.get(key);
    if (here) here.push(one); else all.set(key, [one]);
  }
  return all;
}

function nearest(one, grid) {
  const column = Math.floor(one.x / CELL), row = Math.floor(one.y / CELL);
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
  for (const other of found) other.away = (other.x - one.x) ** 2 + (other.y - one.y) ** 2;
  return found.sort((a, b) => a.away - b.away).slice(0, NEAREST);
}

const frame = Buffer.allocUnsafe(8 * NEAREST);
function step() {
  tick++;
  const grid = cells();
  for (const [socket, one] of people) {
    if ((one.number + tick) % 5 === 0 || !one.near.length) one.near = nearest(one, grid);
    let size = 0;
    one.near.forEach((other, place) => {
      const every = place < NEAREST / 3 ? 1 : place < (2 * NEAREST) / 3 ? 2 : 4;
      const due = (other.number + tick) % every === 0 && tick - other.changed < every;
      if (due || (other.number + tick) % 20 === 0) size += other.record.copy(frame, size);
    });
    if (size) socket.send(Buffer.from(frame.subarray(0, size)));
  }
}

let next = performance.now() + 1000 / HZ;
(function loop() {
  step();
  next = Math.max(next + 1000 / HZ, performance.now());
  setTimeout(loop, next - performance.now());
})();
