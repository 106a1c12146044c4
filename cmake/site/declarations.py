"""Declarations on Doxygen's pages in the style of outlay's headers: result<T> decode(std::string_view text, T const& to)
in place of result< T > decode (std::string_view text, T const &to). Long names get places to break a line at.
"""

import re

# A cell of a list of members, and the parts of a declaration in detail.
PART = re.compile(
    r'(?P<start><td class="(?:mem(?:Item|Templ)\w+|memname|paramtype|paramname)"[^>]*>|'
    r'<div class="(?:memtemplate|title|compoundTemplParams)">)(?P<text>.*?)(?P<end></td>|</div>)', re.DOTALL)
LINK = re.compile(r'(?P<start><a class="el"[^>]*>)(?P<text>[^<]*)(?P<end></a>)')
NAME = re.compile(r"^((?:<a id=[^>]*></a>\s*)?(?:<b>[^<]*</b>|<a class=[^>]*>[^<]*</a>)) \(")
IN_TEXT = r"(?![^<>]*>)"  # and in no tag
# A class has a link already: that of its name.
MORE = re.compile(r' <a href="[^"]*#details">More\.\.\.</a>')
BREAKABLE = re.compile(r'<div class="(?:title|toc)">.*?</div>', re.DOTALL)


def tidied(text):
    text = re.sub(r"(?<=[\w>])&lt; ", "&lt;", text)
    text = re.sub(r" &gt;(?!=)", "&gt;", text)
    text = re.sub(r" (\*|&amp;&amp;|&amp;)(?=\w)", r"\1 ", text)  # with blanks on both sides, && is a conjunction
    text = re.sub(r" (\*|&amp;&amp;|&amp;)(?=[,)]|&#160;|$)", r"\1", text)
    text = re.sub(rf"(?<=[\w)])=(?=[\w{{]){IN_TEXT}", " = ", text)
    text = NAME.sub(r"\1(", text)
    return text.replace(" ,", ",").replace("&#160;", " ")


def breakable(text):
    return re.sub(rf"(?:_|/|::|&lt;){IN_TEXT}(?=[^<])", r"\g<0><wbr/>", text)


def page(text):
    for pattern in (LINK, PART):
        text = pattern.sub(lambda found: found["start"] + tidied(found["text"]) + found["end"], text)
    text = BREAKABLE.sub(lambda found: breakable(found[0]), text)
    return MORE.sub("", text)
