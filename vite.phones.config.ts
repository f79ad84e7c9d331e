import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The page of the built-in phone network's phones. */
export default defineConfig({
	root: "src/telephony/emulator/phones",
	plugins: [react()],
	build: {
		outDir: "../../../../dist/phones",
		emptyOutDir: true,
		target: "es2022",
		modulePreload: { polyfill: false },
		chunkSizeWarningLimit: 1000,
	},
});
