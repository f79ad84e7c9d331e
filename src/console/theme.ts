import {
	type CSSVariablesResolver,
	createTheme,
	type MantineColorsTuple,
} from "@mantine/core";

/** The one accent: a petrol blue that is never used to mean anything. */
const petrol: MantineColorsTuple = [
	"#e8f6f8",
	"#d3e9ed",
	"#a6d3da",
	"#75bbc6",
	"#4ea7b5",
	"#359aaa",
	"#2493a5",
	"#107f91",
	"#0b6b79",
	"#055b68",
];

/** Greys with a breath of the accent. */
const dark: MantineColorsTuple = [
	"#e4e8ea",
	"#b9c2c7",
	"#8d989e",
	"#5d686e",
	"#3a4448",
	"#2f383b",
	"#232a2d",
	"#181d1f",
	"#121617",
	"#0c0f10",
];

export const theme = createTheme({
	colors: { petrol, dark },
	primaryColor: "petrol",
	primaryShade: { light: 8, dark: 5 },
	autoContrast: true,
	luminanceThreshold: 0.36,
	fontFamily:
		'"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
	headings: {
		fontWeight: "600",
		sizes: {
			h1: { fontSize: "1.625rem", lineHeight: "1.35" },
			h2: { fontSize: "1rem", lineHeight: "1.5" },
			h3: { fontSize: "1rem", lineHeight: "1.5" },
		},
	},
	fontSizes: {
		xs: "0.8125rem",
		sm: "0.875rem",
		md: "1rem",
		lg: "1.125rem",
		xl: "1.25rem",
	},
	lineHeights: { md: "1.5" },
	defaultRadius: "md",
	cursorType: "pointer",
	focusRing: "auto",
	respectReducedMotion: true,
	components: {
		// A dialog's header is no banner of the page, though it is a header element outside of main.
		ModalHeader: { defaultProps: { role: "presentation" } },
		DrawerHeader: { defaultProps: { role: "presentation" } },
	},
});

/** Secondary text keeps a contrast of at least 4.5 in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
	variables: {},
	light: {
		"--mantine-color-text": "#1d2327",
		"--mantine-color-dimmed": "#59646b",
		"--line": "#e3e7e9",
		"--surface": "#f6f8f8",
		"--nobody": "#b3261e",
		"--nobody-surface": "#fdf0ef",
		"--look": "#8a5300",
		"--look-surface": "#fff6e5",
		"--live": "#0b6b79",
	},
	dark: {
		// Mantine writes white on filled buttons in both schemes; the accent of the dark one is too light for that.
		"--mantine-color-petrol-filled": "var(--mantine-color-petrol-7)",
		"--mantine-color-petrol-filled-hover": "var(--mantine-color-petrol-8)",
		"--mantine-primary-color-filled": "var(--mantine-color-petrol-7)",
		"--mantine-primary-color-filled-hover": "var(--mantine-color-petrol-8)",
		"--mantine-color-body": "#15191b",
		"--mantine-color-text": "#e4e8ea",
		"--mantine-color-dimmed": "#9aa6ad",
		"--line": "#2c3336",
		"--surface": "#1c2224",
		"--nobody": "#ff9c93",
		"--nobody-surface": "#3a1d1b",
		"--look": "#f3bf6a",
		"--look-surface": "#33270f",
		"--live": "#7ccbd6",
	},
});
