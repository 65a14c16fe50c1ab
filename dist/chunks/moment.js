// src/model/moment.ts
/**
* The moment that a text such as `2026-11-25T10:00:00Z` names, in milliseconds since 1970. null: there is no such moment. `Date.parse`
* alone takes 30 February for 2 March.
*/
function momentMs(text) {
	const ms = Date.parse(text);
	const [year = 0, month = 0, day = 0] = text.slice(0, 10).split("-").map(Number);
	const isOnCalendar = day >= 1 && Date.UTC(year, month - 1, day) <= Date.UTC(year, month, 0);
	return Number.isFinite(ms) && isOnCalendar ? ms : null;
}
export { momentMs as t };
