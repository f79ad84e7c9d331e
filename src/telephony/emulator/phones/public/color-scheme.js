// Before the first paint, so that a dark room never sees a white flash.
document.documentElement.dataset.mantineColorScheme = matchMedia(
	"(prefers-color-scheme: dark)",
).matches
	? "dark"
	: "light";
