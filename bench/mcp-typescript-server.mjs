// The smallest stdio server that the TypeScript SDK's README shows.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
const from = createRequire(process.env.BENCH_MODULES + '/');
const load = (name) => import(pathToFileURL(from.resolve(name)).href);
const { McpServer } = await load('@modelcontextprotocol/sdk/server/mcp.js');
const { StdioServerTransport } = await load('@modelcontextprotocol/sdk/server/stdio.js');
const { z } = await load('zod');

const server = new McpServer({ name: 'demo', version: '1.0.0' });
server.registerTool('add', { description: 'Adds two numbers', inputSchema: { a: z.number(), b: z.number() } }, ({ a, b }) => ({
  content: [{ type: 'text', text: String(a + b) }],
}));
await server.connect(new StdioServerTransport());
