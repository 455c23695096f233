//! The names of HTML elements and what a reader needs to know of each: does it break a line, may it hold anything, does
//! it close a paragraph. Knows nothing of class names or of what an element means on a page.

/// An element's name. Names that say nothing to a reader are [`Tag::Other`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[rustfmt::skip]
pub enum Tag {
    /// The root of every tree.
    Document,
    /// Not an element: a run of text.
    Text,
    /// An element whose name has a hyphen: a component of the page's own making.
    Custom,
    /// Any other element.
    Other,
    A, Address, Area, Article, Aside, Audio, Base, Blockquote, Body, Br, Button, Canvas, Caption, Center, Cite, Code,
    Col, Dd, Details, Dialog, Div, Dl, Dt, Embed, Fieldset, Figcaption, Figure, Footer, Form, Frame, H1, H2, H3, H4, H5,
    H6, Head, Header, Hgroup, Hr, Html, Iframe, Img, Input, Label, Legend, Li, Link, Main, Map, Math, Menu, Meta, Nav,
    Noembed, Noscript, Object, Ol, Optgroup, Option, P, Param, Picture, Pre, Q, Rp, Rt, Script, Section, Select, Source,
    Strong, B, Style, Summary, Sup, Svg, Table, Tbody, Td, Template, Textarea, Tfoot, Th, Thead, Time, Title, Tr, Track,
    Ul, Video, Wbr,
}

impl Tag {
    /// How many tags there are.
    pub const COUNT: usize = Tag::Wbr as usize + 1;

    /// The tag of a lower-case name.
    #[rustfmt::skip]
    pub fn named(name: &[u8]) -> Self {
        use Tag as T;
        match name {
            b"a" => T::A, b"address" => T::Address, b"area" => T::Area, b"article" => T::Article, b"aside" => T::Aside,
            b"audio" => T::Audio, b"b" => T::B, b"base" => T::Base, b"blockquote" => T::Blockquote, b"body" => T::Body,
            b"br" => T::Br, b"button" => T::Button, b"canvas" => T::Canvas, b"caption" => T::Caption,
            b"center" => T::Center, b"cite" => T::Cite, b"code" => T::Code, b"col" => T::Col, b"dd" => T::Dd,
            b"details" => T::Details, b"dialog" => T::Dialog, b"div" => T::Div, b"dl" => T::Dl, b"dt" => T::Dt,
            b"embed" => T::Embed, b"fieldset" => T::Fieldset, b"figcaption" => T::Figcaption, b"figure" => T::Figure,
            b"footer" => T::Footer, b"form" => T::Form, b"frame" => T::Frame, b"h1" => T::H1, b"h2" => T::H2,
            b"h3" => T::H3, b"h4" => T::H4, b"h5" => T::H5, b"h6" => T::H6, b"head" => T::Head, b"header" => T::Header,
            b"hgroup" => T::Hgroup, b"hr" => T::Hr, b"html" => T::Html, b"iframe" => T::Iframe, b"img" => T::Img,
            b"input" => T::Input, b"label" => T::Label, b"legend" => T::Legend, b"li" => T::Li, b"link" => T::Link,
            b"main" => T::Main, b"map" => T::Map, b"math" => T::Math, b"menu" => T::Menu, b"meta" => T::Meta,
            b"nav" => T::Nav, b"noembed" => T::Noembed, b"noscript" => T::Noscript, b"object" => T::Object,
            b"ol" => T::Ol, b"optgroup" => T::Optgroup, b"option" => T::Option, b"p" => T::P, b"param" => T::Param,
            b"picture" => T::Picture, b"pre" => T::Pre, b"q" => T::Q, b"rp" => T::Rp, b"rt" => T::Rt,
            b"script" => T::Script, b"section" => T::Section, b"select" => T::Select, b"source" => T::Source,
            b"strong" => T::Strong, b"style" => T::Style, b"summary" => T::Summary, b"sup" => T::Sup, b"svg" => T::Svg,
            b"table" => T::Table, b"tbody" => T::Tbody, b"td" => T::Td, b"template" => T::Template,
            b"textarea" => T::Textarea, b"tfoot" => T::Tfoot, b"th" => T::Th, b"thead" => T::Thead, b"time" => T::Time,
            b"title" => T::Title, b"tr" => T::Tr, b"track" => T::Track, b"ul" => T::Ul, b"video" => T::Video,
            b"wbr" => T::Wbr,
            _ if name.contains(&b'-') => T::Custom,
            _ => T::Other,
        }
    }

    /// Has no content and no end tag.
    #[rustfmt::skip]
    pub const fn is_void(self) -> bool {
        use Tag as T;
        matches!(self, T::Area | T::Base | T::Br | T::Col | T::Embed | T::Frame | T::Hr | T::Img | T::Input | T::Link
            | T::Meta | T::Param | T::Source | T::Track | T::Wbr)
    }

    /// Stands on lines of its own.
    #[rustfmt::skip]
    pub const fn is_block(self) -> bool {
        use Tag as T;
        matches!(self, T::Document | T::Address | T::Article | T::Aside | T::Blockquote | T::Body
            | T::Caption | T::Center | T::Dd | T::Details | T::Dialog | T::Div | T::Dl | T::Dt | T::Fieldset
            | T::Figcaption | T::Figure | T::Footer | T::Form | T::H1 | T::H2 | T::H3 | T::H4 | T::H5 | T::H6
            | T::Header | T::Hgroup | T::Hr | T::Html | T::Legend | T::Li | T::Main | T::Menu | T::Nav | T::Ol | T::P
            | T::Pre | T::Section | T::Summary | T::Table | T::Tbody | T::Td | T::Tfoot | T::Th | T::Thead | T::Tr
            | T::Ul | T::Audio | T::Video | T::Iframe | T::Object)
    }

    /// Ends a paragraph that was left open.
    pub const fn closes_paragraph(self) -> bool {
        self.is_block() && !matches!(self, Tag::Audio | Tag::Video | Tag::Iframe | Tag::Object)
    }

    /// The level of a heading, 1 to 6.
    pub const fn heading_level(self) -> Option<u8> {
        Some(match self {
            Tag::H1 => 1,
            Tag::H2 => 2,
            Tag::H3 => 3,
            Tag::H4 => 4,
            Tag::H5 => 5,
            Tag::H6 => 6,
            _ => return None,
        })
    }

    /// What it holds is never text for a reader.
    #[rustfmt::skip]
    pub const fn is_unread(self) -> bool {
        use Tag as T;
        matches!(self, T::Head | T::Script | T::Style | T::Noscript | T::Template | T::Svg | T::Math | T::Iframe
            | T::Object | T::Audio | T::Video | T::Canvas | T::Noembed | T::Select | T::Textarea | T::Button | T::Map
            | T::Title | T::Embed | T::Dialog | T::Optgroup | T::Option | T::Input)
    }
}
