import "@fontsource-variable/inter/wght.css";
import "@mantine/core/styles.css";
import "./console.css";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Console } from "./console.tsx";
import { LanguageProvider } from "./language.tsx";
import { cssVariables, theme } from "./theme.ts";

const client = new QueryClient({
	defaultOptions: {
		// Changes are told by the service; nothing grows old by itself.
		queries: {
			staleTime: Number.POSITIVE_INFINITY,
			retry: false,
			networkMode: "always",
		},
		// Without a connection it is said at once: nothing waits unseen, to be sent when nobody thinks of it any more.
		mutations: { networkMode: "always" },
	},
});

function styleNonce(): string {
	const meta = document.querySelector<HTMLMetaElement>(
		"meta[property=csp-nonce]",
	);
	return meta?.nonce ?? "";
}

const place = document.getElementById("console");
if (!place) throw new Error("index.html has no place for the console");
createRoot(place).render(
	<StrictMode>
		<MantineProvider
			theme={theme}
			cssVariablesResolver={cssVariables}
			defaultColorScheme="auto"
			getStyleNonce={styleNonce}
		>
			<LanguageProvider>
				<QueryClientProvider client={client}>
					<Console />
				</QueryClientProvider>
			</LanguageProvider>
		</MantineProvider>
	</StrictMode>,
);
