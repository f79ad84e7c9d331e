import "@fontsource-variable/inter/wght.css";
import "@mantine/core/styles.css";
import "./phones.css";
import { MantineProvider } from "@mantine/core";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { cssVariables, theme } from "../../../console/theme.ts";
import { LanguageProvider } from "./language.tsx";
import { PhonesPage } from "./phones-page.tsx";

const place = document.getElementById("phones");
if (!place) throw new Error("index.html has no place for the phones");
createRoot(place).render(
	<StrictMode>
		<MantineProvider
			theme={theme}
			cssVariablesResolver={cssVariables}
			defaultColorScheme="auto"
		>
			<LanguageProvider>
				<PhonesPage />
			</LanguageProvider>
		</MantineProvider>
	</StrictMode>,
);
