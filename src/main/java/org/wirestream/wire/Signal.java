package org.wirestream.wire;

/** What the wire says about an item before saying the news itself. */
public enum Signal {
    /** 快讯: a one-line flash. */
    FLASH,
    /** 更正, 订正: replaces an earlier version. */
    CORRECTION,
    /** 撤稿, 撤销: the story is taken back. */
    WITHDRAWAL,
    /** 综述, 综合消息: a round-up. */
    ROUNDUP,
    /** 新闻分析, 述评, 评论: analysis or comment. */
    ANALYSIS,
    /** 背景资料, 背景: a backgrounder. */
    BACKGROUNDER,
    /** 通讯, 特写, 专访: a feature or interview. */
    FEATURE,
    /** 稿件预告: an advisory to editors, not news. */
    ADVISORY
}
