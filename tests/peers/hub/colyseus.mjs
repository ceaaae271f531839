// A Colyseus room as its guide tells: a schema of players, patched to everyone ten times a second (VIEW=0), or to each
// only their 48 nearest by a StateView that is renewed twice a second (VIEW=1). A client sends the 8 bytes of ws.mjs.
import { Room, Server } from "@colyseus/core";
import { StateView, schema, t } from "@colyseus/schema";
import { WebSocketTransport } from "@colyseus/ws-transport";
import { cells, nearest } from "./nearest.mjs";

const VIEW = process.env.VIEW === "1";
const at = (client) => client.player;
const Player = schema({ number: t.uint16(), x: t.int16(), y: t.int16(), heading: t.uint8(), gesture: t.uint8() }, "Player");
const State = VIEW ? schema({ players: t.map(Player).view() }, "State") : schema({ players: t.map(Player) }, "State");

class Square extends Room {
  state = new State();
  patchRate = 100;
  autoDispose = false;
  maxClients = 100_000;

  onCreate() {
    this.onMessageBytes(1, (client, word) => {
      if (word.length < 8 || !client.player) return;
      const view = new DataView(word.buffer, word.byteOffset, word.byteLength);
      const player = client.player;
      player.number = view.getUint16(0, true);
      player.x = view.getInt16(2, true);
      player.y = view.getInt16(4, true);
      player.heading = view.getUint8(6);
      player.gesture = view.getUint8(7);
    });
    if (VIEW) this.setSimulationInterval(() => this.look(), 500);
  }

  onJoin(client) {
    client.player = new Player();
    this.state.players.set(client.sessionId, client.player);
    if (VIEW) {
      client.view = new StateView();
      client.sees = new Set();
      client.view.add(client.player);
    }
  }

  onLeave(client) {
    this.state.players.delete(client.sessionId);
    for (const other of this.clients) other.sees?.delete(client);
  }

  look() {
    const grid = cells(this.clients, at);
    for (const client of this.clients) {
      const wanted = new Set(nearest(client, grid, at));
      for (const other of client.sees) if (!wanted.has(other)) { client.view.remove(other.player); client.sees.delete(other); }
      for (const other of wanted) if (!client.sees.has(other)) { client.view.add(other.player); client.sees.add(other); }
    }
  }
}

const server = new Server({ greet: false, gracefullyShutdown: false, transport: new WebSocketTransport({ perMessageDeflate: false }) });
server.define("square", Square);
await server.listen(Number(process.env.PORT), "127.0.0.1");
console.log("listening");
