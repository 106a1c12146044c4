"""Declarations on Doxygen's pages in the style of outlay's headers: result<T> decode(std::string_view s, T const& to)
in place of result< T > decode (std::string_view s, T const &to). Long names get places to break a line at.
"""

import re

# A cell of a list of members, and the parts of a declaration in detail, whose middle is a table of cells.
PART = re.compile(
    r'(?P<start><td class="mem(?:Item|Templ)\w+"[^>]*>|<div class="(?:memtemplate|title|compoundTemplParams)">)'
    r"(?P<text>.*?)(?P<end></td>|</div>)", re.DOTALL)
PROTOTYPE = re.compile(r'<table class="memname">(.*?)</table>', re.DOTALL)
CELL = re.compile(r"<td[^>]*>(.*?)</td>", re.DOTALL)
LINK = re.compile(r'(?P<start><a class="el"[^>]*>)(?P<text>[^<]*)(?P<end></a>)')
NAME = re.compile(r"^((?:<a id=[^>]*></a>\s*)?(?:<b>[^<]*</b>|<a class=[^>]*>[^<]*</a>)) \(")
# Doxygen takes the parameter in `campaign_id campaign` for the class of that name.
PARAMETER = re.compile(r'(?<=(?:</a>|&gt;|amp;) )<a class="el"[^>]*>(\w+)</a>(?=[,)=&])')
IN_TEXT = r"(?![^<>]*>)"  # and in no tag
# A class has a link already: that of its name.
MORE = re.compile(r' <a href="[^"]*#details">More\.\.\.</a>')
CONTENTS = re.compile(r'<div class="toc">.*?</div>', re.DOTALL)


def tidied(text):
    text = re.sub(r"(?<=[\w>])&lt; ", "&lt;", text)
    text = re.sub(r" &gt;(?!=)", "&gt;", text)
    text = re.sub(r" (\*|&amp;&amp;|&amp;)(?=\w)", r"\1 ", text)  # with blanks on both sides, && is a conjunction
    text = re.sub(r" (\*|&amp;&amp;|&amp;)(?=[,)]|&#160;| <em>|$)", r"\1", text)
    text = PARAMETER.sub(r"\1", text)
    text = re.sub(rf"(?<=[\w)])=(?=[\w{{]){IN_TEXT}", " = ", text)
    text = NAME.sub(r"\1(", text)
    text = re.sub(r"(</b>|</a>) \{\}$", r"\1{}", text)
    return text.replace(" ,", ",").replace("&#160;", " ")


def breakable(text):
    """Places to break a line at, which page.css and reference.css allow where there is little room."""
    return re.sub(rf"(?:_|/|::|&lt;){IN_TEXT}(?!<wbr)", r"\g<0><wbr/>", text)


def prototype(found):
    cells = [cell.replace("&#160;", " ").strip() for cell in CELL.findall(found[1])]
    text = re.sub(r"</?code>", "", " ".join(cell for cell in cells if cell))
    text = text.replace(" ( ", "(").replace(" )", ")")
    return f'<div class="memname">{breakable(tidied(text))}</div>'


def page(text):
    text = LINK.sub(lambda found: found["start"] + tidied(found["text"]) + found["end"], text)
    text = PROTOTYPE.sub(prototype, text)
    text = PART.sub(lambda found: found["start"] + breakable(tidied(found["text"])) + found["end"], text)
    text = CONTENTS.sub(lambda found: breakable(found[0]), text)
    return MORE.sub("", text)
