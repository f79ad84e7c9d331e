import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The console. The server puts a fresh nonce in place of CSP_NONCE each time it sends the page. */
export default defineConfig({
	root: "src/console",
	plugins: [react()],
	html: { cspNonce: "CSP_NONCE" },
	build: {
		outDir: "../../dist/console",
		emptyOutDir: true,
		// What a page loads is counted by it.
		manifest: true,
		target: "es2022",
		modulePreload: { polyfill: false },
		chunkSizeWarningLimit: 1000,
	},
});
