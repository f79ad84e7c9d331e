import { createServer } from "node:http";
import pg from "pg";

// The reference: the least a server can do that keeps what it was sent. One request, one INSERT, one small answer.
const pool = new pg.Pool({
	connectionString: process.env.DATABASE_URL,
	max: 10,
});
await pool.query(
	"create table if not exists bare (id bigint generated always as identity primary key, body text not null)",
);

const server = createServer((request, response) => {
	const chunks: Buffer[] = [];
	request.on("data", (chunk: Buffer) => chunks.push(chunk));
	request.on("end", () => {
		pool
			.query("insert into bare (body) values ($1)", [
				Buffer.concat(chunks).toString(),
			])
			.then(
				() => response.setHeader("content-type", "text/xml").end("<Response/>"),
				() => response.writeHead(500).end(),
			);
	});
});
server.listen(Number(process.env.PORT), "127.0.0.1");
