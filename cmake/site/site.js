// The behaviour of the frame of the pages: colours, navigation, search, copying of code. Uses no library.
(() => {
    "use strict";

    // Colours: the system's, until the reader chooses. Before the page is drawn, so that it does not flash.

    const root = document.documentElement;
    const system = matchMedia("(prefers-color-scheme: dark)");

    function stored() {
        try {
            return localStorage.getItem("outlay-colours");
        } catch {
            return null; // no storage for pages of files, in some browsers
        }
    }

    function colour(choice) {
        const dark = choice ? choice === "dark" : system.matches;
        root.classList.toggle("dark-mode", dark);
        root.classList.toggle("light-mode", !dark);
    }

    let chosen = stored();
    colour(chosen);
    system.addEventListener("change", () => colour(chosen));

    function switch_colours() {
        chosen = root.classList.contains("dark-mode") ? "light" : "dark";
        colour(chosen);
        try {
            localStorage.setItem("outlay-colours", chosen);
        } catch {
            // no storage: the choice is for this page only
        }
    }

    // Search. The index is loaded at the first query: as a script, which a page opened as a file may load, too.

    const MOST_RESULTS = 40;
    const SYMBOL_RANK = {namespace: 0, class: 0, struct: 0, union: 0, concept: 0, function: 1, define: 1};
    let rows = null;
    let waiting = null;

    window.outlay_search = (index) => {
        rows = index.map((row) => ({
            kind: row[0], name: row[1], where: row[2], url: row[3], text: row[4] || "",
            lower: row[1].toLowerCase(), scope: (row[2] + "::" + row[1]).toLowerCase(),
            body: (row[4] || "").toLowerCase(),
        }));
        if (waiting)
            waiting();
    };

    function load_index(then) {
        if (rows)
            return then();
        if (!waiting) {
            const script = document.createElement("script");
            script.src = "search_index.js";
            document.head.append(script);
        }
        waiting = then;
    }

    // Less is better; null is no match. Each word has to be found.
    function rank(row, query, words) {
        const guide = row.kind === "guide";
        if (!guide) {
            const subject = query.includes("::") ? "::" + row.scope : row.lower;
            const asked = query.includes("::") ? "::" + query.replace(/^::/, "") : query;
            const depth = (SYMBOL_RANK[row.kind] ?? 2) / 10;
            if (asked === query ? subject === asked : subject.endsWith(asked))
                return depth;
            if (asked === query ? subject.startsWith(asked) : subject.includes(asked))
                return 2 + depth + subject.length / 1000;
            return words.every((word) => row.scope.includes(word) && row.scope.length < 200)
                && words.some((word) => row.lower.includes(word)) ? 5 + depth + subject.length / 1000 : null;
        }
        if (row.lower === query)
            return 0.5;
        const in_name = words.filter((word) => row.lower.includes(word)).length;
        const all = row.lower + " " + row.where.toLowerCase() + " " + row.body;
        const in_text = words.filter((word) => all.includes(word)).length;
        if (in_text < words.length)
            return null;
        if (in_name === words.length)
            return 1 + row.name.length / 1000;
        return row.body.includes(query) ? 4 - in_name / words.length : 6 - in_name / words.length;
    }

    function find(query) {
        const words = query.split(/\s+/).filter(Boolean);
        return rows
            .map((row) => ({row, rank: rank(row, query, words)}))
            .filter((found) => found.rank !== null)
            .sort((a, b) => a.rank - b.rank)
            .slice(0, MOST_RESULTS)
            .map((found) => found.row);
    }

    // Text with the words of the query marked.
    function marked(text, words) {
        const out = document.createDocumentFragment();
        const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
        for (const [at, part] of text.split(new RegExp(`(${pattern})`, "i")).entries()) {
            const piece = at % 2 ? document.createElement("mark") : document.createTextNode(part);
            if (at % 2)
                piece.textContent = part;
            out.append(piece);
        }
        return out;
    }

    function excerpt(row, words) {
        const at = Math.min(...words.map((word) => row.body.indexOf(word)).filter((place) => place >= 0));
        if (!Number.isFinite(at))
            return row.text.slice(0, 160);
        const from = at > 50 ? row.text.indexOf(" ", at - 50) + 1 : 0;
        return (from ? "… " : "") + row.text.slice(from, from + 200);
    }

    function result(row, words, number) {
        const item = document.createElement("li");
        item.id = `site-result-${number}`;
        item.setAttribute("role", "option");
        const link = document.createElement("a");
        link.href = row.url;
        const name = document.createElement("b");
        name.append(marked(row.name, words));
        const where = document.createElement("span");
        where.className = "where";
        const kind = row.kind === "enumvalue" ? "enumerator" : row.kind;
        where.textContent = row.kind === "guide" ? (row.where === row.name ? "guide" : row.where)
            : row.where ? `${kind} of ${row.where}` : kind;
        link.append(name, where);
        if (row.kind === "guide" && row.text) {
            const text = document.createElement("span");
            text.className = "words";
            text.append(marked(excerpt(row, words), words));
            link.append(text);
        }
        item.append(link);
        return item;
    }

    function set_up_search() {
        const field = document.getElementById("site-query");
        const list = document.getElementById("site-results");
        let selected = -1;

        function close() {
            list.hidden = true;
            field.setAttribute("aria-expanded", "false");
            field.removeAttribute("aria-activedescendant");
        }

        function select(number) {
            const items = list.querySelectorAll("[role=option]");
            if (!items.length)
                return;
            selected = (number + items.length) % items.length;
            items.forEach((item, at) => item.setAttribute("aria-selected", String(at === selected)));
            items[selected].scrollIntoView({block: "nearest"});
            field.setAttribute("aria-activedescendant", items[selected].id);
        }

        function show() {
            const query = field.value.trim().toLowerCase().replace(/\(\)$/, "");
            if (!query)
                return close();
            load_index(() => {
                const words = query.split(/\s+/);
                const items = find(query).map((row, number) => result(row, words, number));
                if (!items.length) {
                    const none = document.createElement("li");
                    none.className = "none";
                    none.textContent = "Nothing found";
                    items.push(none);
                }
                list.replaceChildren(...items);
                list.scrollTop = 0;
                list.hidden = false;
                field.setAttribute("aria-expanded", "true");
                select(0);
            });
        }

        field.addEventListener("input", show);
        field.addEventListener("focus", show);
        field.addEventListener("keydown", (event) => {
            if (event.key === "ArrowDown" || event.key === "ArrowUp") {
                event.preventDefault();
                select(selected + (event.key === "ArrowDown" ? 1 : -1));
            } else if (event.key === "Enter") {
                list.querySelector("[aria-selected=true] a")?.click();
            } else if (event.key === "Escape") {
                close();
                field.blur();
            }
        });
        list.addEventListener("click", close);
        document.addEventListener("click", (event) => {
            if (!event.target.closest("#site-search"))
                close();
        });
        document.addEventListener("keydown", (event) => {
            if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.target.closest("input, textarea")) {
                event.preventDefault();
                field.focus();
                field.select();
            }
        });
        // A link to a search: index.html?search=decimal
        const asked = new URLSearchParams(location.search).get("search");
        if (asked) {
            field.value = asked;
            field.focus();
            show();
        }
    }

    // Navigation.

    function set_up_navigation() {
        const page = location.pathname.split("/").pop() || "index.html";
        const navigation = document.getElementById("site-navigation");
        // The page of a class or header has no entry: that of the namespace or group in its path is marked.
        const above = [...document.querySelectorAll("#nav-path a, .ingroups a")].map((link) => link.getAttribute("href"));
        for (const name of [page, ...above]) {
            const link = navigation.querySelector(`a[href="${CSS.escape(name)}"]`);
            if (link) {
                link.setAttribute("aria-current", name === page ? "page" : "true");
                navigation.scrollTop = Math.max(0, link.offsetTop - navigation.clientHeight / 2);
                break;
            }
        }
        const button = document.getElementById("site-menu");
        const open = (is_open) => {
            document.body.classList.toggle("site-menu-open", is_open);
            button.setAttribute("aria-expanded", String(is_open));
        };
        button.addEventListener("click", () => open(!document.body.classList.contains("site-menu-open")));
        document.addEventListener("click", (event) => {
            if (!event.target.closest("#site-navigation, #site-menu"))
                open(false);
        });
        document.addEventListener("keydown", (event) => {
            if (event.key === "Escape")
                open(false);
        });
    }

    // Code, and headings.

    function set_up_fragments() {
        for (const fragment of document.querySelectorAll("div.fragment")) {
            const frame = document.createElement("div");
            frame.className = "site-fragment";
            fragment.replaceWith(frame);
            frame.append(fragment);
            if (!navigator.clipboard)
                continue;
            const button = document.createElement("button");
            button.type = "button";
            button.className = "site-copy";
            button.textContent = "Copy";
            button.addEventListener("click", async () => {
                const lines = [...fragment.querySelectorAll("pre, .line")].map((line) => line.textContent);
                await navigator.clipboard.writeText(lines.join("\n") + "\n");
                button.textContent = "Copied";
                setTimeout(() => { button.textContent = "Copy"; }, 1500);
            });
            frame.append(button);
        }
    }

    function set_up_headings() {
        const contents = document.querySelector("div.toc");
        // On a narrow window, the contents of a page are open only when asked for.
        contents?.querySelector("h3").addEventListener("click", () => contents.classList.toggle("site-open"));
        for (const anchor of document.querySelectorAll("div.contents :is(h1, h2, h3, h4) > a.anchor[id]")) {
            const link = document.createElement("a");
            link.className = "site-anchor";
            link.href = "#" + anchor.id;
            link.textContent = "#";
            link.setAttribute("aria-label", "Link to this section");
            anchor.parentNode.append(link);
        }
    }

    document.addEventListener("DOMContentLoaded", () => {
        document.getElementById("site-colours").addEventListener("click", switch_colours);
        set_up_navigation();
        set_up_search();
        set_up_fragments();
        set_up_headings();
    });
})();
