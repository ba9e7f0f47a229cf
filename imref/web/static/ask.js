var Bs=Object.create;var Zt=Object.defineProperty;var tr=Object.getOwnPropertyDescriptor;var Xs=Object.getOwnPropertyNames;var Vs=Object.getPrototypeOf,Ks=Object.prototype.hasOwnProperty;var O=(i,e)=>()=>{try{return e||i((e={exports:{}}).exports,e),e.exports}catch(t){throw e=0,t}};var Ys=(i,e,t,r)=>{if(e&&typeof e=="object"||typeof e=="function")for(let n of Xs(e))!Ks.call(i,n)&&n!==t&&Zt(i,n,{get:()=>e[n],enumerable:!(r=tr(e,n))||r.enumerable});return i};var D=(i,e,t)=>(t=i!=null?Bs(Vs(i)):{},Ys(e||!i||!i.__esModule?Zt(t,"default",{value:i,enumerable:!0}):t,i));var R=(i,e,t,r)=>{for(var n=r>1?void 0:r?tr(e,t):e,s=i.length-1,o;s>=0;s--)(o=i[s])&&(n=(r?o(e,t,n):o(n))||n);return r&&n&&Zt(e,t,n),n};var Qe=O(Ee=>{"use strict";var ho={"&":"&amp;","<":"&lt;",">":"&gt;",'"':"&quot;","'":"&apos;"};function kr(i){return ho[i]}var xr={"&amp;":"&","&lt;":"<","&gt;":">","&quot;":'"',"&apos;":"'"};function $r(i){if(i[1]==="#"){let e=i[2]==="x"?parseInt(i.slice(3),16):parseInt(i.slice(2),10);if(e===9||e===10||e===13||e>=32&&e<=55295||e>=57344&&e<=65533||e>=65536&&e<=1114111)return String.fromCodePoint(e);throw new Error("Illegal XML character 0x"+e.toString(16))}if(xr[i])return xr[i]||i;throw new Error("Illegal XML entity "+i)}function uo(i){return i.replace(/["&'<>]/g,kr)}function po(i){let e="",t=-1,r=-1,n=0;for(;(t=i.indexOf("&",n))!==-1&&(r=i.indexOf(";",t+1))!==-1;)e=e+i.slice(n,t)+$r(i.slice(t,r+1)),n=r+1;return n===0?i:(e=e+i.substring(n),e)}function fo(i){return i.replace(/[&<>]/g,kr)}function mo(i){return i.replace(/&(amp|#38|lt|#60|gt|#62);/g,$r)}Ee.escapeXML=uo;Ee.escapeXMLText=fo;Ee.unescapeXML=po;Ee.unescapeXMLText=mo});var Ze=O((gc,Sr)=>{"use strict";var ci=Qe(),_e=class i{constructor(e,t){this.name=e,this.parent=null,this.children=[],this.attrs={},this.setAttrs(t)}is(e,t){return this.getName()===e&&(!t||this.getNS()===t)}getName(){let e=this.name.indexOf(":");return e>=0?this.name.slice(e+1):this.name}getNS(){let e=this.name.indexOf(":");if(e>=0){let t=this.name.slice(0,e);return this.findNS(t)}return this.findNS()}findNS(e){if(e){let t="xmlns:"+e;if(this.attrs[t])return this.attrs[t];if(this.parent)return this.parent.findNS(e)}else{if(this.attrs.xmlns)return this.attrs.xmlns;if(this.parent)return this.parent.findNS()}}getXmlns(){let e={};this.parent&&(e=this.parent.getXmlns());for(let t in this.attrs){let r=t.match("xmlns:?(.*)");this.attrs.hasOwnProperty(t)&&r&&(e[this.attrs[t]]=r[1])}return e}setAttrs(e){typeof e=="string"?this.attrs.xmlns=e:e&&Object.assign(this.attrs,e)}getAttr(e,t){if(!t)return this.attrs[e];let r=this.getXmlns();return r[t]?this.attrs[[r[t],e].join(":")]:null}getChild(e,t){return this.getChildren(e,t)[0]}getChildren(e,t){let r=[];for(let n of this.children)n.getName&&n.getName()===e&&(!t||n.getNS()===t)&&r.push(n);return r}getChildByAttr(e,t,r,n){return this.getChildrenByAttr(e,t,r,n)[0]}getChildrenByAttr(e,t,r,n){let s=[];for(let o of this.children)o.attrs&&o.attrs[e]===t&&(!r||o.getNS()===r)&&s.push(o),n&&o.getChildrenByAttr&&s.push(o.getChildrenByAttr(e,t,r,!0));return n&&(s=s.flat()),s}getChildrenByFilter(e,t){let r=[];for(let n of this.children)e(n)&&r.push(n),t&&n.getChildrenByFilter&&r.push(n.getChildrenByFilter(e,!0));return t&&(r=r.flat()),r}getText(){let e="";for(let t of this.children)(typeof t=="string"||typeof t=="number")&&(e+=t);return e}getChildText(e,t){let r=this.getChild(e,t);return r?r.getText():null}getChildElements(){return this.getChildrenByFilter(e=>e instanceof i)}root(){return this.parent?this.parent.root():this}up(){return this.parent?this.parent:this}c(e,t){return this.cnode(new i(e,t))}cnode(e){return this.children.push(e),typeof e=="object"&&(e.parent=this),e}append(...e){for(let t of e)this.children.push(t),typeof t=="object"&&(t.parent=this)}prepend(...e){for(let t of e)this.children.unshift(t),typeof t=="object"&&(t.parent=this)}t(e){return this.children.push(e),this}remove(e,t){let r=typeof e=="string"?n=>!(n.is&&n.is(e,t)):n=>n!==e;return this.children=this.children.filter(r),this}text(e){return e&&this.children.length===1?(this.children[0]=e,this):this.getText()}attr(e,t){return typeof t<"u"||t===null?(this.attrs||(this.attrs={}),this.attrs[e]=t,this):this.attrs[e]}toString(){let e="";return this.write(t=>{e+=t}),e}_addChildren(e){e(">");for(let t of this.children)t!=null&&(t.write?t.write(e):typeof t=="string"?e(ci.escapeXMLText(t)):t.toString&&e(ci.escapeXMLText(t.toString(10))));e("</"),e(this.name),e(">")}write(e){e("<"),e(this.name);for(let t in this.attrs){let r=this.attrs[t];r!=null&&(e(" "),e(t),e('="'),e(ci.escapeXML(typeof r=="string"?r:r.toString(10))),e('"'))}this.children.length===0?e("/>"):this._addChildren(e)}};_e.prototype.tree=_e.prototype.root;Sr.exports=_e});var Ar=O((yc,_r)=>{"use strict";var go=Ze();function Er(i,e){if(Array.isArray(e)){for(let t of e)Er(i,t);return}e===""||e==null||e===!0||e===!1||i.cnode(e)}function yo(i,e,...t){if(typeof e=="object"&&e!==null){delete e.__source,delete e.__self;for(let[n,s]of Object.entries(e))s==null?delete e[n]:e[n]=s.toString(10)}let r=new go(i,e);for(let n of t)Er(r,n);return r}_r.exports=yo});var hi=O((vc,di)=>{"use strict";var de=typeof Reflect=="object"?Reflect:null,Tr=de&&typeof de.apply=="function"?de.apply:function(e,t,r){return Function.prototype.apply.call(e,t,r)},et;de&&typeof de.ownKeys=="function"?et=de.ownKeys:Object.getOwnPropertySymbols?et=function(e){return Object.getOwnPropertyNames(e).concat(Object.getOwnPropertySymbols(e))}:et=function(e){return Object.getOwnPropertyNames(e)};function vo(i){console&&console.warn&&console.warn(i)}var Lr=Number.isNaN||function(e){return e!==e};function x(){x.init.call(this)}di.exports=x;di.exports.once=ko;x.EventEmitter=x;x.prototype._events=void 0;x.prototype._eventsCount=0;x.prototype._maxListeners=void 0;var Cr=10;function tt(i){if(typeof i!="function")throw new TypeError('The "listener" argument must be of type Function. Received type '+typeof i)}Object.defineProperty(x,"defaultMaxListeners",{enumerable:!0,get:function(){return Cr},set:function(i){if(typeof i!="number"||i<0||Lr(i))throw new RangeError('The value of "defaultMaxListeners" is out of range. It must be a non-negative number. Received '+i+".");Cr=i}});x.init=function(){(this._events===void 0||this._events===Object.getPrototypeOf(this)._events)&&(this._events=Object.create(null),this._eventsCount=0),this._maxListeners=this._maxListeners||void 0};x.prototype.setMaxListeners=function(e){if(typeof e!="number"||e<0||Lr(e))throw new RangeError('The value of "n" is out of range. It must be a non-negative number. Received '+e+".");return this._maxListeners=e,this};function Rr(i){return i._maxListeners===void 0?x.defaultMaxListeners:i._maxListeners}x.prototype.getMaxListeners=function(){return Rr(this)};x.prototype.emit=function(e){for(var t=[],r=1;r<arguments.length;r++)t.push(arguments[r]);var n=e==="error",s=this._events;if(s!==void 0)n=n&&s.error===void 0;else if(!n)return!1;if(n){var o;if(t.length>0&&(o=t[0]),o instanceof Error)throw o;var l=new Error("Unhandled error."+(o?" ("+o.message+")":""));throw l.context=o,l}var a=s[e];if(a===void 0)return!1;if(typeof a=="function")Tr(a,this,t);else for(var c=a.length,y=jr(a,c),r=0;r<c;++r)Tr(y[r],this,t);return!0};function Pr(i,e,t,r){var n,s,o;if(tt(t),s=i._events,s===void 0?(s=i._events=Object.create(null),i._eventsCount=0):(s.newListener!==void 0&&(i.emit("newListener",e,t.listener?t.listener:t),s=i._events),o=s[e]),o===void 0)o=s[e]=t,++i._eventsCount;else if(typeof o=="function"?o=s[e]=r?[t,o]:[o,t]:r?o.unshift(t):o.push(t),n=Rr(i),n>0&&o.length>n&&!o.warned){o.warned=!0;var l=new Error("Possible EventEmitter memory leak detected. "+o.length+" "+String(e)+" listeners added. Use emitter.setMaxListeners() to increase limit");l.name="MaxListenersExceededWarning",l.emitter=i,l.type=e,l.count=o.length,vo(l)}return i}x.prototype.addListener=function(e,t){return Pr(this,e,t,!1)};x.prototype.on=x.prototype.addListener;x.prototype.prependListener=function(e,t){return Pr(this,e,t,!0)};function bo(){if(!this.fired)return this.target.removeListener(this.type,this.wrapFn),this.fired=!0,arguments.length===0?this.listener.call(this.target):this.listener.apply(this.target,arguments)}function Mr(i,e,t){var r={fired:!1,wrapFn:void 0,target:i,type:e,listener:t},n=bo.bind(r);return n.listener=t,r.wrapFn=n,n}x.prototype.once=function(e,t){return tt(t),this.on(e,Mr(this,e,t)),this};x.prototype.prependOnceListener=function(e,t){return tt(t),this.prependListener(e,Mr(this,e,t)),this};x.prototype.removeListener=function(e,t){var r,n,s,o,l;if(tt(t),n=this._events,n===void 0)return this;if(r=n[e],r===void 0)return this;if(r===t||r.listener===t)--this._eventsCount===0?this._events=Object.create(null):(delete n[e],n.removeListener&&this.emit("removeListener",e,r.listener||t));else if(typeof r!="function"){for(s=-1,o=r.length-1;o>=0;o--)if(r[o]===t||r[o].listener===t){l=r[o].listener,s=o;break}if(s<0)return this;s===0?r.shift():wo(r,s),r.length===1&&(n[e]=r[0]),n.removeListener!==void 0&&this.emit("removeListener",e,l||t)}return this};x.prototype.off=x.prototype.removeListener;x.prototype.removeAllListeners=function(e){var t,r,n;if(r=this._events,r===void 0)return this;if(r.removeListener===void 0)return arguments.length===0?(this._events=Object.create(null),this._eventsCount=0):r[e]!==void 0&&(--this._eventsCount===0?this._events=Object.create(null):delete r[e]),this;if(arguments.length===0){var s=Object.keys(r),o;for(n=0;n<s.length;++n)o=s[n],o!=="removeListener"&&this.removeAllListeners(o);return this.removeAllListeners("removeListener"),this._events=Object.create(null),this._eventsCount=0,this}if(t=r[e],typeof t=="function")this.removeListener(e,t);else if(t!==void 0)for(n=t.length-1;n>=0;n--)this.removeListener(e,t[n]);return this};function Or(i,e,t){var r=i._events;if(r===void 0)return[];var n=r[e];return n===void 0?[]:typeof n=="function"?t?[n.listener||n]:[n]:t?xo(n):jr(n,n.length)}x.prototype.listeners=function(e){return Or(this,e,!0)};x.prototype.rawListeners=function(e){return Or(this,e,!1)};x.listenerCount=function(i,e){return typeof i.listenerCount=="function"?i.listenerCount(e):Nr.call(i,e)};x.prototype.listenerCount=Nr;function Nr(i){var e=this._events;if(e!==void 0){var t=e[i];if(typeof t=="function")return 1;if(t!==void 0)return t.length}return 0}x.prototype.eventNames=function(){return this._eventsCount>0?et(this._events):[]};function jr(i,e){for(var t=new Array(e),r=0;r<e;++r)t[r]=i[r];return t}function wo(i,e){for(;e+1<i.length;e++)i[e]=i[e+1];i.pop()}function xo(i){for(var e=new Array(i.length),t=0;t<e.length;++t)e[t]=i[t].listener||i[t];return e}function ko(i,e){return new Promise(function(t,r){function n(o){i.removeListener(e,s),r(o)}function s(){typeof i.removeListener=="function"&&i.removeListener("error",n),t([].slice.call(arguments))}zr(i,e,s,{once:!0}),e!=="error"&&$o(i,n,{once:!0})})}function $o(i,e,t){typeof i.on=="function"&&zr(i,"error",e,t)}function zr(i,e,t,r){if(typeof i.on=="function")r.once?i.once(e,t):i.on(e,t);else if(typeof i.addEventListener=="function")i.addEventListener(e,function n(s){r.once&&i.removeEventListener(e,n),t(s)});else throw new TypeError('The "emitter" argument must be of type EventEmitter. Received type '+typeof i)}});var Br=O((bc,Gr)=>{"use strict";var So=hi(),qr=Qe(),ie=0,ui=1,Dr=2,Ir=3,pi=4,Ur=5,Hr=6,Wr=7,fi=8,Fr=9,Eo=10,mi=class extends So.EventEmitter{constructor(){super();let e=ie,t,r,n,s,o,l,a,c,y=0,g;this._handleTagOpening=function(m,p,k){m?this.emit("endElement",p,!1):(this.emit("startElement",p,k),l&&this.emit("endElement",p,!0))},this.write=function(m){typeof m!="string"&&(m=m.toString());let p=0;t&&(m=t+m,p+=r?0:t.length,r=!1,t=null);function k(){if(typeof y=="number"){let w=m.slice(y,p);return y=void 0,w}}for(;p<m.length;p++){switch(e){case ie:{let v=m.indexOf("<",p);v!==-1&&p!==v&&(p=v);break}case fi:{let v=m.indexOf(c,p);v!==-1&&(p=v);break}case ui:{let v=m.indexOf("-->",p);v!==-1&&(p=v+2);break}case Eo:{let v=m.indexOf("]]>",p);v!==-1&&(p=v+2);break}}let w=m.charCodeAt(p);switch(e){case ie:if(w===60){let v=k();v&&this.emit("text",qr.unescapeXML(v)),e=Ir,y=p+1,s={}}break;case Fr:if(w===93)if(m.substr(p+1,2)==="]>"){let v=k();v&&this.emit("text",v),e=ie}else m.length<p+2&&(r=!0,p=m.length);break;case Ir:w===47&&y===p?(y=p+1,o=!0):w===33?m.substr(p+1,7)==="[CDATA["?(y=p+8,e=Fr):m.length<p+8&&"[CDATA[".startsWith(m.slice(p+1))?(r=!0,p=m.length):(y=void 0,e=ui):w===63?(y=void 0,e=Dr):(w<=32||w===47||w===62)&&(n=k(),p--,e=pi);break;case ui:if(w===62){let v=m.charCodeAt(p-1),E=m.charCodeAt(p-2);(v===45&&E===45||v===93&&E===93)&&(e=ie)}break;case Dr:w===62&&m.charCodeAt(p-1)===63&&(e=ie);break;case pi:w===62?(this._handleTagOpening(o,n,s),n=void 0,s=void 0,o=void 0,l=void 0,e=ie,y=p+1):w===47?l=!0:w>32&&(y=p,e=Ur);break;case Ur:(w<=32||w===61)&&(g=k(),p--,e=Hr);break;case Hr:w===61&&(e=Wr);break;case Wr:(w===34||w===39)&&(a=w,c=w===34?'"':"'",e=fi,y=p+1);break;case fi:if(w===a){let v=qr.unescapeXML(k());s[g]=v,g=void 0,e=pi}break}}typeof y=="number"&&y<=m.length&&(t=m.slice(y),y=0)}}end(e){e&&this.write(e),this.write=function(){}}};Gr.exports=mi});var $n=O((fh,kn)=>{"use strict";kn.exports=fa;function xn(i){return i.reduce((e,t)=>e.concat(Array.isArray(t)?xn(t):t),[])}function fa(i){if(!Array.isArray(i))throw new TypeError("Middleware stack must be an array!");i=xn(i);for(let e of i)if(typeof e!="function")throw new TypeError("Middleware must be composed of functions!");return function(e,t){let r=-1;return n(0);function n(s){if(s<=r)return Promise.reject(new Error("next() called multiple times"));r=s;let o=i[s];if(s===i.length&&(o=t),!o)return Promise.resolve();try{return Promise.resolve(o(e,n.bind(null,s+1)))}catch(l){return Promise.reject(l)}}}}});var Cn=O((Ct,Tn)=>{(function(i,e){typeof Ct=="object"?e(Ct,Tn):typeof define=="function"&&define.amd&&define(["exports","module"],e)})(Ct,function(i,e){function t(){}t.prototype.name="PLAIN",t.prototype.clientFirst=!0,t.prototype.response=function(r){var n="";return n+=r.authzid||"",n+="\0",n+=r.username,n+="\0",n+=r.password,n},t.prototype.challenge=function(r){return this},i=e.exports=t})});var Rn=O((Lt,Ln)=>{(function(i,e){typeof Lt=="object"?e(Lt,Ln,Cn()):typeof define=="function"&&define.amd&&define(["exports","module","./lib/mechanism"],e)})(Lt,function(i,e,t){i=e.exports=t,i.Mechanism=t})});var In=O((Mt,Dn)=>{(function(i,e){typeof Mt=="object"?e(Mt,Dn):typeof define=="function"&&define.amd&&define(["exports","module"],e)})(Mt,function(i,e){function t(){this._mechs=[]}t.prototype.use=function(r,n){return n||(n=r,r=n.prototype.name),this._mechs.push({name:r,mech:n}),this},t.prototype.create=function(r){for(var n=0,s=this._mechs.length;n<s;n++)for(var o=0,l=r.length;o<l;o++){var a=this._mechs[n];if(a.name==r[o])return new a.mech}return null},i=e.exports=t})});var Hn=O((Ot,Un)=>{(function(i,e){typeof Ot=="object"?e(Ot,Un,In()):typeof define=="function"&&define.amd&&define(["exports","module","./lib/factory"],e)})(Ot,function(i,e,t){i=e.exports=t,i.Factory=t})});var Ie=globalThis,Ue=Ie.ShadowRoot&&(Ie.ShadyCSS===void 0||Ie.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,ei=Symbol(),ir=new WeakMap,ve=class{constructor(e,t,r){if(this._$cssResult$=!0,r!==ei)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,t=this.t;if(Ue&&e===void 0){let r=t!==void 0&&t.length===1;r&&(e=ir.get(t)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),r&&ir.set(t,e))}return e}toString(){return this.cssText}},rr=i=>new ve(typeof i=="string"?i:i+"",void 0,ei),P=(i,...e)=>{let t=i.length===1?i[0]:e.reduce((r,n,s)=>r+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(n)+i[s+1],i[0]);return new ve(t,i,ei)},nr=(i,e)=>{if(Ue)i.adoptedStyleSheets=e.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet);else for(let t of e){let r=document.createElement("style"),n=Ie.litNonce;n!==void 0&&r.setAttribute("nonce",n),r.textContent=t.cssText,i.appendChild(r)}},ti=Ue?i=>i:i=>i instanceof CSSStyleSheet?(e=>{let t="";for(let r of e.cssRules)t+=r.cssText;return rr(t)})(i):i;var{is:Js,defineProperty:Qs,getOwnPropertyDescriptor:Zs,getOwnPropertyNames:eo,getOwnPropertySymbols:to,getPrototypeOf:io}=Object,He=globalThis,sr=He.trustedTypes,ro=sr?sr.emptyScript:"",no=He.reactiveElementPolyfillSupport,be=(i,e)=>i,we={toAttribute(i,e){switch(e){case Boolean:i=i?ro:null;break;case Object:case Array:i=i==null?i:JSON.stringify(i)}return i},fromAttribute(i,e){let t=i;switch(e){case Boolean:t=i!==null;break;case Number:t=i===null?null:Number(i);break;case Object:case Array:try{t=JSON.parse(i)}catch{t=null}}return t}},We=(i,e)=>!Js(i,e),or={attribute:!0,type:String,converter:we,reflect:!1,useDefault:!1,hasChanged:We};Symbol.metadata??=Symbol("metadata"),He.litPropertyMetadata??=new WeakMap;var I=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=or){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let r=Symbol(),n=this.getPropertyDescriptor(e,r,t);n!==void 0&&Qs(this.prototype,e,n)}}static getPropertyDescriptor(e,t,r){let{get:n,set:s}=Zs(this.prototype,e)??{get(){return this[t]},set(o){this[t]=o}};return{get:n,set(o){let l=n?.call(this);s?.call(this,o),this.requestUpdate(e,l,r)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??or}static _$Ei(){if(this.hasOwnProperty(be("elementProperties")))return;let e=io(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(be("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(be("properties"))){let t=this.properties,r=[...eo(t),...to(t)];for(let n of r)this.createProperty(n,t[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[r,n]of t)this.elementProperties.set(r,n)}this._$Eh=new Map;for(let[t,r]of this.elementProperties){let n=this._$Eu(t,r);n!==void 0&&this._$Eh.set(n,t)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let r=new Set(e.flat(1/0).reverse());for(let n of r)t.unshift(ti(n))}else e!==void 0&&t.push(ti(e));return t}static _$Eu(e,t){let r=t.attribute;return r===!1?void 0:typeof r=="string"?r:typeof e=="string"?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let r of t.keys())this.hasOwnProperty(r)&&(e.set(r,this[r]),delete this[r]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return nr(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,r){this._$AK(e,r)}_$ET(e,t){let r=this.constructor.elementProperties.get(e),n=this.constructor._$Eu(e,r);if(n!==void 0&&r.reflect===!0){let s=(r.converter?.toAttribute!==void 0?r.converter:we).toAttribute(t,r.type);this._$Em=e,s==null?this.removeAttribute(n):this.setAttribute(n,s),this._$Em=null}}_$AK(e,t){let r=this.constructor,n=r._$Eh.get(e);if(n!==void 0&&this._$Em!==n){let s=r.getPropertyOptions(n),o=typeof s.converter=="function"?{fromAttribute:s.converter}:s.converter?.fromAttribute!==void 0?s.converter:we;this._$Em=n;let l=o.fromAttribute(t,s.type);this[n]=l??this._$Ej?.get(n)??l,this._$Em=null}}requestUpdate(e,t,r,n=!1,s){if(e!==void 0){let o=this.constructor;if(n===!1&&(s=this[e]),r??=o.getPropertyOptions(e),!((r.hasChanged??We)(s,t)||r.useDefault&&r.reflect&&s===this._$Ej?.get(e)&&!this.hasAttribute(o._$Eu(e,r))))return;this.C(e,t,r)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(e,t,{useDefault:r,reflect:n,wrapped:s},o){r&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,o??t??this[e]),s!==!0||o!==void 0)||(this._$AL.has(e)||(this.hasUpdated||r||(t=void 0),this._$AL.set(e,t)),n===!0&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(t){Promise.reject(t)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[n,s]of this._$Ep)this[n]=s;this._$Ep=void 0}let r=this.constructor.elementProperties;if(r.size>0)for(let[n,s]of r){let{wrapped:o}=s,l=this[n];o!==!0||this._$AL.has(n)||l===void 0||this.C(n,void 0,s,l)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(r=>r.hostUpdate?.()),this.update(t)):this._$EM()}catch(r){throw e=!1,this._$EM(),r}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),this._$EM()}updated(e){}firstUpdated(e){}};I.elementStyles=[],I.shadowRootOptions={mode:"open"},I[be("elementProperties")]=new Map,I[be("finalized")]=new Map,no?.({ReactiveElement:I}),(He.reactiveElementVersions??=[]).push("2.1.2");var ri=globalThis,ar=i=>i,Fe=ri.trustedTypes,lr=Fe?Fe.createPolicy("lit-html",{createHTML:i=>i}):void 0,ni="$lit$",U=`lit$${Math.random().toFixed(9).slice(2)}$`,si="?"+U,so=`<${si}>`,Z=document,ke=()=>Z.createComment(""),$e=i=>i===null||typeof i!="object"&&typeof i!="function",oi=Array.isArray,fr=i=>oi(i)||typeof i?.[Symbol.iterator]=="function",ii=`[ 	
\f\r]`,xe=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,cr=/-->/g,dr=/>/g,J=RegExp(`>|${ii}(?:([^\\s"'>=/]+)(${ii}*=${ii}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),hr=/'/g,ur=/"/g,mr=/^(?:script|style|textarea|title)$/i,ai=i=>(e,...t)=>({_$litType$:i,strings:e,values:t}),d=ai(1),_=ai(2),Tl=ai(3),H=Symbol.for("lit-noChange"),f=Symbol.for("lit-nothing"),pr=new WeakMap,Q=Z.createTreeWalker(Z,129);function gr(i,e){if(!oi(i)||!i.hasOwnProperty("raw"))throw Error("invalid template strings array");return lr!==void 0?lr.createHTML(e):e}var yr=(i,e)=>{let t=i.length-1,r=[],n,s=e===2?"<svg>":e===3?"<math>":"",o=xe;for(let l=0;l<t;l++){let a=i[l],c,y,g=-1,b=0;for(;b<a.length&&(o.lastIndex=b,y=o.exec(a),y!==null);)b=o.lastIndex,o===xe?y[1]==="!--"?o=cr:y[1]!==void 0?o=dr:y[2]!==void 0?(mr.test(y[2])&&(n=RegExp("</"+y[2],"g")),o=J):y[3]!==void 0&&(o=J):o===J?y[0]===">"?(o=n??xe,g=-1):y[1]===void 0?g=-2:(g=o.lastIndex-y[2].length,c=y[1],o=y[3]===void 0?J:y[3]==='"'?ur:hr):o===ur||o===hr?o=J:o===cr||o===dr?o=xe:(o=J,n=void 0);let m=o===J&&i[l+1].startsWith("/>")?" ":"";s+=o===xe?a+so:g>=0?(r.push(c),a.slice(0,g)+ni+a.slice(g)+U+m):a+U+(g===-2?l:m)}return[gr(i,s+(i[t]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),r]},Se=class i{constructor({strings:e,_$litType$:t},r){let n;this.parts=[];let s=0,o=0,l=e.length-1,a=this.parts,[c,y]=yr(e,t);if(this.el=i.createElement(c,r),Q.currentNode=this.el.content,t===2||t===3){let g=this.el.content.firstChild;g.replaceWith(...g.childNodes)}for(;(n=Q.nextNode())!==null&&a.length<l;){if(n.nodeType===1){if(n.hasAttributes())for(let g of n.getAttributeNames())if(g.endsWith(ni)){let b=y[o++],m=n.getAttribute(g).split(U),p=/([.?@])?(.*)/.exec(b);a.push({type:1,index:s,name:p[2],strings:m,ctor:p[1]==="."?Be:p[1]==="?"?Xe:p[1]==="@"?Ve:te}),n.removeAttribute(g)}else g.startsWith(U)&&(a.push({type:6,index:s}),n.removeAttribute(g));if(mr.test(n.tagName)){let g=n.textContent.split(U),b=g.length-1;if(b>0){n.textContent=Fe?Fe.emptyScript:"";for(let m=0;m<b;m++)n.append(g[m],ke()),Q.nextNode(),a.push({type:2,index:++s});n.append(g[b],ke())}}}else if(n.nodeType===8)if(n.data===si)a.push({type:2,index:s});else{let g=-1;for(;(g=n.data.indexOf(U,g+1))!==-1;)a.push({type:7,index:s}),g+=U.length-1}s++}}static createElement(e,t){let r=Z.createElement("template");return r.innerHTML=e,r}};function ee(i,e,t=i,r){if(e===H)return e;let n=r!==void 0?t._$Co?.[r]:t._$Cl,s=$e(e)?void 0:e._$litDirective$;return n?.constructor!==s&&(n?._$AO?.(!1),s===void 0?n=void 0:(n=new s(i),n._$AT(i,t,r)),r!==void 0?(t._$Co??=[])[r]=n:t._$Cl=n),n!==void 0&&(e=ee(i,n._$AS(i,e.values),n,r)),e}var Ge=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:r}=this._$AD,n=(e?.creationScope??Z).importNode(t,!0);Q.currentNode=n;let s=Q.nextNode(),o=0,l=0,a=r[0];for(;a!==void 0;){if(o===a.index){let c;a.type===2?c=new ce(s,s.nextSibling,this,e):a.type===1?c=new a.ctor(s,a.name,a.strings,this,e):a.type===6&&(c=new Ke(s,this,e)),this._$AV.push(c),a=r[++l]}o!==a?.index&&(s=Q.nextNode(),o++)}return Q.currentNode=Z,n}p(e){let t=0;for(let r of this._$AV)r!==void 0&&(r.strings!==void 0?(r._$AI(e,r,t),t+=r.strings.length-2):r._$AI(e[t])),t++}},ce=class i{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,r,n){this.type=2,this._$AH=f,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=r,this.options=n,this._$Cv=n?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=ee(this,e,t),$e(e)?e===f||e==null||e===""?(this._$AH!==f&&this._$AR(),this._$AH=f):e!==this._$AH&&e!==H&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):fr(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==f&&$e(this._$AH)?this._$AA.nextSibling.data=e:this.T(Z.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:r}=e,n=typeof r=="number"?this._$AC(e):(r.el===void 0&&(r.el=Se.createElement(gr(r.h,r.h[0]),this.options)),r);if(this._$AH?._$AD===n)this._$AH.p(t);else{let s=new Ge(n,this),o=s.u(this.options);s.p(t),this.T(o),this._$AH=s}}_$AC(e){let t=pr.get(e.strings);return t===void 0&&pr.set(e.strings,t=new Se(e)),t}k(e){oi(this._$AH)||(this._$AH=[],this._$AR());let t=this._$AH,r,n=0;for(let s of e)n===t.length?t.push(r=new i(this.O(ke()),this.O(ke()),this,this.options)):r=t[n],r._$AI(s),n++;n<t.length&&(this._$AR(r&&r._$AB.nextSibling,n),t.length=n)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let r=ar(e).nextSibling;ar(e).remove(),e=r}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},te=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,r,n,s){this.type=1,this._$AH=f,this._$AN=void 0,this.element=e,this.name=t,this._$AM=n,this.options=s,r.length>2||r[0]!==""||r[1]!==""?(this._$AH=Array(r.length-1).fill(new String),this.strings=r):this._$AH=f}_$AI(e,t=this,r,n){let s=this.strings,o=!1;if(s===void 0)e=ee(this,e,t,0),o=!$e(e)||e!==this._$AH&&e!==H,o&&(this._$AH=e);else{let l=e,a,c;for(e=s[0],a=0;a<s.length-1;a++)c=ee(this,l[r+a],t,a),c===H&&(c=this._$AH[a]),o||=!$e(c)||c!==this._$AH[a],c===f?e=f:e!==f&&(e+=(c??"")+s[a+1]),this._$AH[a]=c}o&&!n&&this.j(e)}j(e){e===f?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},Be=class extends te{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===f?void 0:e}},Xe=class extends te{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==f)}},Ve=class extends te{constructor(e,t,r,n,s){super(e,t,r,n,s),this.type=5}_$AI(e,t=this){if((e=ee(this,e,t,0)??f)===H)return;let r=this._$AH,n=e===f&&r!==f||e.capture!==r.capture||e.once!==r.once||e.passive!==r.passive,s=e!==f&&(r===f||n);n&&this.element.removeEventListener(this.name,this,r),s&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Ke=class{constructor(e,t,r){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=r}get _$AU(){return this._$AM._$AU}_$AI(e){ee(this,e)}},vr={M:ni,P:U,A:si,C:1,L:yr,R:Ge,D:fr,V:ee,I:ce,H:te,N:Xe,U:Ve,B:Be,F:Ke},oo=ri.litHtmlPolyfillSupport;oo?.(Se,ce),(ri.litHtmlVersions??=[]).push("3.3.3");var br=(i,e,t)=>{let r=t?.renderBefore??e,n=r._$litPart$;if(n===void 0){let s=t?.renderBefore??null;r._$litPart$=n=new ce(e.insertBefore(ke(),s),s,void 0,t??{})}return n._$AI(i),n};var li=globalThis,W=class extends I{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=br(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return H}};W._$litElement$=!0,W.finalized=!0,li.litElementHydrateSupport?.({LitElement:W});var ao=li.litElementPolyfillSupport;ao?.({LitElement:W});(li.litElementVersions??=[]).push("4.2.2");var lo={attribute:!0,type:String,converter:we,reflect:!1,hasChanged:We},co=(i=lo,e,t)=>{let{kind:r,metadata:n}=t,s=globalThis.litPropertyMetadata.get(n);if(s===void 0&&globalThis.litPropertyMetadata.set(n,s=new Map),r==="setter"&&((i=Object.create(i)).wrapped=!0),s.set(t.name,i),r==="accessor"){let{name:o}=t;return{set(l){let a=e.get.call(this);e.set.call(this,l),this.requestUpdate(o,a,i,!0,l)},init(l){return l!==void 0&&this.C(o,void 0,i,l),l}}}if(r==="setter"){let{name:o}=t;return function(l){let a=this[o];e.call(this,l),this.requestUpdate(o,a,i,!0,l)}}throw Error("Unsupported decorator location: "+r)};function N(i){return(e,t)=>typeof t=="object"?co(i,e,t):((r,n,s)=>{let o=n.hasOwnProperty(s);return n.constructor.createProperty(s,r),o?Object.getOwnPropertyDescriptor(n,s):void 0})(i,e,t)}function Ye(i){return N({...i,state:!0,attribute:!1})}async function wr(i,e,t){let r=new URL("desk.json",i);r.searchParams.set("desk",e),r.searchParams.set("lang",t.join(","));let n=await fetch(r);if(!n.ok)throw new Error(`${r.pathname}: ${n.status}`);return await n.json()}var at=D(Ze(),1),gi=D(Ar(),1),V=D(Qe(),1);var Vr=D(Br(),1),Kr=D(Ze(),1);var F=D(hi(),1);var X=class extends Error{constructor(e){super(e),this.name="TimeoutError"}};function it(i){let e,t=new Promise(r=>{e=setTimeout(r,i)});return t.timeout=e,t}function rt(i,e){let t=it(e);function r(){clearTimeout(t.timeout)}let n=new X;return Promise.race([i.finally(r),t.then(()=>{throw n})])}var Xr=new WeakMap;function re(i){let e=Xr.get(i);if(!e){let t=(i.addEventListener??i.addListener).bind(i),r=(i.removeEventListener??i.removeListener).bind(i),n=(i.once??((s,o)=>i.addEventListener(s,o,{once:!0}))).bind(i);e={on:t,off:r,once:n},Xr.set(i,e)}return e}function j(i,e,t="error",r){return new Promise((n,s)=>{let o,{off:l,once:a}=re(i),c=()=>{clearTimeout(o),l(e,g),l(t,y)};function y(b){s(b),c()}function g(b){n(b),c()}if(a(e,g),t&&a(t,y),r){let b=new X;o=setTimeout(()=>{c(),s(b)},r)}})}function nt(){this.promise=new Promise((i,e)=>{this.resolve=i,this.reject=e})}function ne(i,e=null,t){return new Promise((r,n)=>{function s(a){i.removeListener("nonza",l),n(a)}function o(...a){i.removeListener("nonza",l),r(...a)}async function l(a){try{await t(a,o)}catch(c){s(c)}}e&&i.send(e).catch(s),i.on("nonza",l)})}function se(i){return{subscribe(e){let{on:t}=re(e);for(let[r,n]of Object.entries(i))t(r,n)},unsubscribe(e){let{off:t}=re(e);for(let[r,n]of Object.entries(i))t(r,n)}}}var M=class extends Error{constructor(...e){super(...e),this.name="XMLError"}};var st=class extends F.EventEmitter{constructor(){super();let e=new Vr.default;this.root=null,this.cursor=null,e.on("startElement",this.onStartElement.bind(this)),e.on("endElement",this.onEndElement.bind(this)),e.on("text",this.onText.bind(this)),this.parser=e}onStartElement(e,t){let r=new Kr.default(e,t),{root:n,cursor:s}=this;n?s!==n&&s.append(r):(this.root=r,this.emit("start",r)),this.cursor=r}onEndElement(e){let{root:t,cursor:r}=this;if(e!==r.name){this.emit("error",new M(`${r.name} must be closed.`));return}if(r===t){this.emit("end",t);return}if(!r.parent){r.parent=t,this.emit("element",r),this.cursor=t;return}this.cursor=r.parent}onText(e){let{cursor:t}=this;if(!t){this.emit("error",new M(`${e} must be a child.`));return}t.t(e)}write(e){this.parser.write(e)}end(e){e&&this.parser.write(e)}};st.XMLError=M;var ot=st;function h(...i){return(0,gi.default)(...i)}Object.assign(h,{Element:at.default,createElement:gi.default,Parser:ot,escapeXML:V.escapeXML,unescapeXML:V.unescapeXML,escapeXMLText:V.escapeXMLText,unescapeXMLText:V.unescapeXMLText,XMLError:M,xml:h});var lt="jabber:client",u={archive:"urn:xmpp:mam:2",carbons:"urn:xmpp:carbons:2",correction:"urn:xmpp:message-correct:0",delay:"urn:xmpp:delay",fallback:"urn:xmpp:fallback:0",form:"jabber:x:data",forward:"urn:xmpp:forward:0",hints:"urn:xmpp:hints",identity:"urn:xmpp:sid:0",info:"http://jabber.org/protocol/disco#info",items:"http://jabber.org/protocol/disco#items",line:"urn:xmpp:imref:line:0",markers:"urn:xmpp:chat-markers:0",nick:"http://jabber.org/protocol/nick",oob:"jabber:x:oob",ping:"urn:xmpp:ping",reactions:"urn:xmpp:reactions:0",receipts:"urn:xmpp:receipts",reply:"urn:xmpp:reply:0",responses:"urn:xmpp:tmp:quick-response",retraction:"urn:xmpp:message-retract:1",pages:"http://jabber.org/protocol/rsm",states:"http://jabber.org/protocol/chatstates",upload:"urn:xmpp:http:upload:0"},Yr=[u.info,u.correction,u.markers,u.nick,u.oob,u.ping,u.reactions,u.receipts,u.responses,u.retraction,u.states];var _o=["active","composing","paused","inactive","gone"],Ao=["remote-server-not-found","remote-server-timeout","resource-constraint","internal-server-error"];function dt(i,e){let t=i.getChild("received",u.carbons)??i.getChild("sent",u.carbons),r=i.getChild("result",u.archive),n=t??r;if(!n)return Jr(i,Qr(i,e),yi(i));let{from:s}=i.attrs;if(s&&s!==e)return;let o=n.getChild("forwarded",u.forward),l=o?.getChild("message");if(!o||!l)return;let a=r?.attrs.id??Qr(l,e);return Jr(l,a,yi(o)||yi(l))}function vi({message:i,at:e},{me:t,desk:r}){let n=ct(i.attrs.from??t),s=n===t;return(s?ct(i.attrs.to??t)!==r:n!==r)?[]:i.attrs.type==="error"?[Mo(i)]:[...To(i,s),...Co(i,s,e)]}function ct(i){return(i.split("/",1)[0]??"").toLowerCase()}function*To(i,e){let t=i.getChild("received",u.receipts);t&&(yield{what:"receipt",mine:e,id:t.attrs.id??""});let r=i.getChild("displayed",u.markers);r&&(yield{what:"displayed",mine:e,id:r.attrs.id??""});let n=_o.find(s=>i.getChild(s,u.states));n&&(yield{what:"state",mine:e,state:n})}function*Co(i,e,t){let r=i.getChild("retract",u.retraction),n=i.getChild("reactions",u.reactions);if(r)yield{what:"retraction",mine:e,id:r.attrs.id??""};else if(n){let s=n.getChildren("reaction").map(o=>o.text());yield{what:"reactions",mine:e,id:n.attrs.id??"",emojis:s}}else i.getChild("body")&&(yield Lo(i,e,t))}function Lo(i,e,t){let r=Po(i.getChild("x",u.oob)?.getChildText("url")??""),n=i.getChildText("body")??"";return{what:"words",mine:e,id:i.attrs.id??i.getChild("origin-id",u.identity)?.attrs.id??"",nick:i.getChildText("nick",u.nick)??"",text:r&&n.trim()===r?"":n,at:t,replaces:i.getChild("replace",u.correction)?.attrs.id??"",choices:i.getChildren("response",u.responses).map(Ro),place:Number(i.getChild("line",u.line)?.attrs.place??0)||0,over:i.getChild("over",u.line)!==void 0,url:r,asks:i.getChild("request",u.receipts)!==void 0}}function Ro({attrs:i}){let e=i.value??"";return{value:e,label:i.label??e}}function Po(i){return/^https?:\/\//i.test(i)?i:""}function Mo(i){let e=i.getChild("error"),t=e?.getChildElements().find(({name:o})=>o!=="text")?.name??"",r=t==="forbidden"&&i.getChild("body")!==void 0,n=e?.attrs.type==="wait"||Ao.includes(t)||r,s=e?.getChildText("text")??"";return{what:"refused",id:i.attrs.id??"",again:n,why:s}}function Jr(i,e,t){return{message:i,archived:e,at:t}}function Qr(i,e){return i.getChildren("stanza-id",u.identity).find(({attrs:r})=>r.by===e)?.attrs.id??""}function yi(i){let e=i.getChild("delay",u.delay)?.attrs.stamp??"";return Date.parse(e)||0}var Oo=1e4;function bi(i,e,t){return ht(i,e.id)(h("body",{},e.text),h("request",{xmlns:u.receipts}),h("markable",{xmlns:u.markers}),h("active",{xmlns:u.states}),h("origin-id",{xmlns:u.identity,id:e.id}),e.replaces&&h("replace",{xmlns:u.correction,id:e.replaces}),e.url&&h("x",{xmlns:u.oob},h("url",{},e.url)),e.name&&h("nick",{xmlns:u.nick},e.name),e.email&&wi({email:e.email}),t-e.at>Oo&&h("delay",{xmlns:u.delay,stamp:No(e.at)}))}function Zr(i,e){return ht(i)(h("received",{xmlns:u.receipts,id:e}))}function en(i,e){return ht(i)(h("displayed",{xmlns:u.markers,id:e}))}function tn(i,e){return ht(i)(h(e,{xmlns:u.states}),h("no-store",{xmlns:u.hints}))}function he(i,e){return h("presence",{to:i,type:e,xmlns:lt})}function z(i,e,t){return h("iq",{type:i,to:e,id:q(),xmlns:lt},t)}function rn(){return h("query",{xmlns:u.info},h("identity",{category:"client",type:"web",name:"imref"}),...Yr.map(i=>h("feature",{var:i})))}function wi(i,e){let t=e&&h("field",{var:"FORM_TYPE",type:"hidden"},h("value",{},e)),r=Object.entries(i).map(([n,s])=>h("field",{var:n},h("value",{},s)));return h("x",{xmlns:u.form,type:"submit"},t,...r)}function q(){return[...crypto.getRandomValues(new Uint8Array(12))].map(e=>e.toString(16).padStart(2,"0")).join("")}function ht(i,e=q()){return(...t)=>h("message",{type:"chat",to:i,id:e,xmlns:lt},...t)}function No(i){return new Date(i).toISOString()}var zo=50,qo=10,ut=class{constructor(e,t){this.desk=e;this.request=t;this.last="";this.gap=!0;this.reading=!1;this.query="";this.page=[]}get complete(){return!this.gap}note(e){e&&!this.gap&&(this.last=e)}interrupt(){this.gap=!0}forget(){this.last="",this.gap=!0}take(e,t){let r=e.getChild("result",u.archive);if(!r)return!1;let n=dt(e,t);return n&&r.attrs.queryid===this.query&&this.page.push(n),!0}async read(e){if(!this.reading){this.reading=!0;try{(!this.last||!await this.forwards(e))&&await this.backwards(e),this.gap=!1}catch{}finally{this.reading=!1}}}async forwards(e){for(;;){let t;try{t=await this.turn(h("after",{},this.last))}catch(r){if(Io(r)==="item-not-found")return!1;throw r}if(e.later(this.page),this.last=t.last||this.last,t.complete)return!0}}async backwards(e){let t="";for(let r=0;r<qo;r++){let n=await this.turn(h("before",{},t));if(e.earlier(this.page,!t),t||(this.last=n.last),t=n.first,n.complete||!t)return}}async turn(e){this.query=q(),this.page=[];let t=wi({with:this.desk},u.archive),r=h("set",{xmlns:u.pages},h("max",{},String(zo)),e),n=h("query",{xmlns:u.archive,queryid:this.query},t,r);return Do(await this.request(z("set",void 0,n)))}};function Do(i){let e=i.getChild("fin",u.archive),t=e?.getChild("set",u.pages);return{complete:e?.attrs.complete==="true",first:t?.getChildText("first")??"",last:t?.getChildText("last")??""}}function Io(i){return i instanceof Error&&"condition"in i?String(i.condition):""}function nn(i){let e=new AbortController,{signal:t}=e;return addEventListener("online",()=>i.back(),{signal:t}),addEventListener("offline",()=>i.cutOff(),{signal:t}),addEventListener("pageshow",({persisted:r})=>r&&i.back(),{signal:t}),addEventListener("pagehide",()=>i.leaving(),{signal:t}),document.addEventListener("visibilitychange",()=>xi()&&i.looked(),{signal:t}),()=>e.abort()}function xi(){return document.visibilityState==="visible"}var pt={failed:0,sending:1,sent:2,kept:3,read:4};function ue(i,e){return i?e:`~${e}`}function on(i){return i.id.slice(1)}var ft=class{constructor(){this.lines=[];this.early=new Map;this.corrections=new Map;this.awaited=new Map;this.versions=new Map;this.places=new Map;this.endings=new Set}hear(e,t){let r=this.lines.length,n=this.put({...e,at:e.at||t},this.lines.at(-1)?.id??"",!1);return this.lines.length>r?n:""}recall(e,t){return this.put(e,t,!0)}show(e,t,r=""){e.replaces?this.showCorrection(e,e.replaces,t,r):(this.find(e.id)||this.append(sn(e)),this.change(e.id,n=>({...n,url:e.url??"",mark:t,failure:r})))}attach(e,t,r,n=""){this.find(e.id)||this.append(sn(e)),this.change(e.id,s=>({...s,file:t,mark:r,failure:n}))}raise(e,t){let r=this.corrections.get(e)??e,n=this.awaited.get(r);n&&n!==e||(pt[t]>=pt.kept&&this.awaited.delete(r),this.change(r,s=>pt[t]>pt[s.mark]?{...s,mark:t,failure:""}:s))}displayed(e){this.raise(e,"read");let t=this.indexOf(this.corrections.get(e)??e);this.lines=this.lines.map((r,n)=>n<t&&r.from==="me"&&r.mark==="kept"?{...r,mark:"read"}:r)}react(e,t,r){e||this.changeOrWait(this.target(!0,t),n=>({...n,reactions:r}))}retract(e,t){this.changeOrWait(this.target(e,t),r=>{let{file:n,...s}=r;return{...s,text:"",url:"",retracted:!0,choices:[]}})}find(e){return this.lines[this.indexOf(e)]}clear(){this.lines=[];for(let e of[this.early,this.corrections,this.awaited,this.versions,this.places])e.clear();this.endings.clear()}get correctable(){let e=this.lines.findLast(({from:r})=>r==="me");return e&&!e.retracted&&!e.url&&!e.file&&e.mark!=="failed"?e.id:""}get newest(){return this.lines.findLast(({from:e})=>e!=="me")}get answering(){let e=this.lines.findLast(t=>t.from==="librarian"||this.placeOf(t)||this.endings.has(t.id));return e?.from==="librarian"?e.nick:""}get place(){return this.newest?this.placeOf(this.newest):0}unread(e){let t=this.lines.findLastIndex(r=>r.from==="me"||r.id===e);return this.lines.length-1-t}put(e,t,r){if(e.replaces&&(this.correct(e,r)||r))return t;let n=ue(e.mine,e.id);if(this.find(n))return e.mine&&this.raise(e.id,"sent"),this.indexOf(t)>this.indexOf(n)?t:n;e.place&&this.places.set(n,e.place),e.over&&this.endings.add(n);let o=this.indexOf(t)+1,l=this.lines.some((a,c)=>c>=o&&Uo(a));this.insert(Ho(e,e.mine&&l?"read":"kept"),o);for(let a of this.early.get(n)??[])this.change(n,a);return this.early.delete(n),n}correct(e,t){let r=this.target(e.mine,e.replaces);if(this.corrections.set(ue(e.mine,e.id),r),this.awaited.has(r))return!0;let n=this.newerText(r,e.text,e.at);return t?this.changeOrWait(r,n):this.change(r,n),this.find(r)!==void 0}showCorrection(e,t,r,n){this.corrections.set(e.id,t),this.awaited.set(t,e.id),this.versions.set(t,e.at),this.changeOrWait(t,s=>({...s,text:e.text,corrected:!0,mark:r,failure:n}))}newerText(e,t,r){return n=>r<(this.versions.get(e)??0)?n:(this.versions.set(e,r),{...n,text:t,corrected:!0})}target(e,t){let r=ue(e,t);return this.corrections.get(r)??r}changeOrWait(e,t){this.find(e)?this.change(e,t):this.early.set(e,[...this.early.get(e)??[],t])}change(e,t){this.lines=this.lines.map(r=>r.id===e?t(r):r)}append(e){this.insert(e,this.lines.length)}insert(e,t){this.lines=[...this.lines.slice(0,t),e,...this.lines.slice(t)]}indexOf(e){return this.lines.findLastIndex(t=>t.id===e)}placeOf(e){return this.places.get(e.id)??0}};function sn(i){return{id:i.id,from:"me",nick:i.name??"",text:i.url===i.text?"":i.text,at:i.at,mark:"sending",failure:"",corrected:!1,retracted:!1,choices:[],url:i.url??"",...i.url&&{file:an(i.url)},reactions:[]}}function Uo({from:i,mark:e}){return i==="me"&&e==="read"}function Ho(i,e){let{mine:t,id:r,nick:n,text:s,at:o,url:l,choices:a}=i;return{id:ue(t,r),from:t?"me":n?"librarian":"desk",nick:n,text:s,at:o,mark:e,failure:"",corrected:!1,retracted:!1,choices:a,url:l,...l&&!s&&{file:an(l)},reactions:[]}}function an(i){let e=new URL(i).pathname.split("/").at(-1)??"";return{name:Wo(e),size:0,progress:1}}function Wo(i){try{return decodeURIComponent(i)}catch{return i}}var mt=class{constructor(e,t,r){this.thread=e;this.memory=t;this.tell=r;this.shown=!1}get unread(){return this.thread.unread(this.memory.get("seen")??"")}look(){this.shown=!0,this.note()}distract(){this.shown=!1}note(){let{newest:e}=this.thread;if(!this.shown||!e||!xi())return;this.memory.set("seen",e.id);let t=this.thread.lines.findLast(({from:r})=>r==="librarian");!t||this.memory.get("displayed")===t.id||this.tell(on(t))&&this.memory.set("displayed",t.id)}seenElsewhere(e){this.memory.set("seen",ue(!1,e))}};var ln={now:()=>Date.now(),after(i,e){let t=setTimeout(e,i);return()=>clearTimeout(t)}},pe=class{constructor(e,t,r=Math.random){this.first=e;this.longest=t;this.random=r;this.tries=0}next(){return Math.min(this.first*2**this.tries++,this.longest)*(.5+this.random()/2)}reset(){this.tries=0}};var oe=class extends Error{constructor(t){super("refused");this.seconds=t;this.name="Refusal"}};var ki=class{constructor(){this.given=new AbortController;this.hurried=!1}},Fo=[500,3e4],Go=2e4,Bo=5e3,gt=class{constructor(e,t,r){this.ways=e;this.ears=t;this.clock=r;this.backOff=new pe(...Fo);this.wanted=!1;this.up=!1;this.arrivals=0}get online(){return this.up}get me(){return this.guest?ct(this.guest.jid):""}get domain(){return this.me.split("@")[1]??""}open(){this.wanted=!0,this.tryNow()}send(e){this.up&&this.stream?.client.send(e).catch(()=>{})}request(e,t=15e3){return!this.up||!this.stream?Promise.reject(new Error("offline")):this.stream.iq.request(e,t)}wake(){this.up?this.prove():this.attempt?this.attempt.hurried=!0:this.tryNow()}renew(){this.up||(this.giveUp(),this.cut()),this.backOff.reset(),this.wake()}cut(){let e=this.stream?.client.socket?.socket;e&&(e.close(),e.dispatchEvent(new CloseEvent("close",{wasClean:!1})))}leave(){let e=this.stream?.client;!this.up||!e||(e.send(he(void 0,"unavailable")).catch(()=>{}),e.write(e.footer(e.footerElement())).catch(()=>{}))}async close(){this.wanted=!1,this.stopWaiting(),this.giveUp();let e=this.stream?.client;this.stream=void 0,this.up=!1,e?.socket&&await e.stop().catch(()=>{})}async forget(){await this.close(),this.guest=void 0}tryNow(){if(this.stopWaiting(),this.up||this.attempt||!this.wanted)return;let e=new ki;this.attempt=e,this.connect(e).catch(t=>this.failed(e,t))}async connect(e){this.cancelLogIn=this.clock.after(Go,()=>this.failed(e,new Error("too long")));let t=this.guest??await this.ways.guest(e.given.signal);e===this.attempt&&(this.guest=t,this.stream??=this.listening(this.ways.stream(t)),await this.stream.connect())}failed(e,t){e===this.attempt&&(t instanceof oe?(this.wanted=!1,this.giveUp(),this.ears.refused(t)):this.stream?.client.socket?this.cut():this.later())}giveUp(){this.cancelLogIn?.(),this.attempt?.given.abort(),this.attempt=void 0}listening(e){let{client:t,management:r}=e;return t.on("online",()=>this.arrived(e,!1)),r.on("resumed",()=>this.arrived(e,!0)),r.on("ack",n=>this.ears.acknowledged(n.attrs.id??"")),t.on("stanza",n=>this.ears.stanza(n)),t.on("error",n=>this.trouble(e,n)),t.on("disconnect",()=>this.gone(e)),e}arrived(e,t){e===this.stream&&(this.cancelLogIn?.(),this.attempt=void 0,this.backOff.reset(),this.up=!0,this.arrivals++,this.ears.online(t))}trouble(e,t){e!==this.stream||this.up||t.name==="TimeoutError"||(this.cut(),t.name==="SASLError"&&(this.guest=void 0,this.stream=void 0))}gone(e){if(this.stream&&e!==this.stream)return;let t=this.up;this.up=!1,t&&this.ears.lost(),this.later()}later(){let e=this.attempt?.hurried;this.giveUp(),!(!this.wanted||this.cancelTry)&&(this.cancelTry=this.clock.after(e?0:this.backOff.next(),()=>this.tryNow()))}stopWaiting(){this.cancelTry?.(),this.cancelTry=void 0}async prove(){let{arrivals:e}=this;try{await this.request(z("get",this.domain,h("ping",{xmlns:u.ping})),Bo)}catch{this.up&&e===this.arrivals&&this.cut()}}};var Xo=2e4,Vo=[4e3,3e4],yt=class{constructor(e,t,r){this.outbox=e;this.clock=t;this.send=r;this.flying=new Map;this.patience=new pe(...Vo);this.ready=!1}begin(){this.land(),this.ready=!0,this.flush()}goOn(){this.ready=!0,this.flush()}rest(){this.ready=!1}flush(){if(!(!this.ready||this.release))for(let e of this.outbox.own)this.flying.has(e.id)||this.dispatch(e)}kept(e){this.stopWaiting(e),this.outbox.settle(e),this.patience.reset()}notNow(e){this.outbox.find(e)&&(this.stopWaiting(e),this.release??=this.clock.after(this.patience.next(),()=>this.goAhead()))}isThere(){this.release?.(),this.release&&this.goAhead()}failed(e,t){this.stopWaiting(e),this.outbox.fail(e,t)}stop(){this.rest(),this.land()}goAhead(){this.release=void 0,this.flush()}dispatch(e){this.flying.set(e.id,this.clock.after(Xo,()=>this.missed(e.id))),this.send(e)}missed(e){this.flying.delete(e),this.flush()}stopWaiting(e){this.flying.get(e)?.(),this.flying.delete(e)}land(){this.release?.(),this.release=void 0;for(let e of[...this.flying.keys()])this.stopWaiting(e)}};var Ko=["authorization","cookie","expires"],Yo="cookie";async function cn(i,e){let r=(await e(z("get",i,h("query",{xmlns:u.items})))).getChild("query",u.items)?.getChildren("item")??[],s=[i,...r.map(({attrs:o})=>o.jid??"")].map(o=>Jo(o,e).catch(()=>{}));return(await Promise.all(s)).find(o=>o!==void 0)}async function dn(i,e,t,r){let n=await Qo(i,e,t);return await ta(n,e,r),n.get}async function Jo(i,e){let r=(await e(z("get",i,h("query",{xmlns:u.info})))).getChild("query",u.info),n=r?.getChildren("feature").some(({attrs:l})=>l.var===u.upload);if(!r||!n)return;let o=r.getChildren("x",u.form).flatMap(l=>l.getChildren("field")).find(({attrs:l})=>l.var==="max-file-size")?.getChildText("value");return{address:i,most:Number(o)||Number.POSITIVE_INFINITY}}async function Qo(i,e,t){let r=h("request",{xmlns:u.upload,filename:e.name,size:e.size,"content-type":e.type||"application/octet-stream"}),n=(await t(z("get",i.address,r))).getChild("slot",u.upload),s=n?.getChild("put");return{put:s?.attrs.url??"",get:n?.getChild("get")?.attrs.url??"",headers:(s?.getChildren("header")??[]).map(Zo).filter(([o])=>ea(o))}}function Zo(i){return[i.attrs.name??"",i.text().replace(/[\r\n]/g,"")]}function ea(i){let e=i.toLowerCase();return Ko.includes(e)&&e!==Yo}function ta(i,e,t){return new Promise((r,n)=>{let s=new XMLHttpRequest;s.open("PUT",i.put),s.setRequestHeader("Content-Type",e.type||"application/octet-stream");for(let[o,l]of i.headers)s.setRequestHeader(o,l);s.upload.onprogress=({loaded:o,total:l})=>t(l?o/l:0),s.onerror=()=>n(new Error("upload: no connection")),s.onload=()=>{s.status>=200&&s.status<300?r():n(new Error(`upload: ${s.status}`))},s.send(e)})}var vt=class{constructor(e,t,r,n,s){this.thread=e;this.connection=t;this.clock=r;this.say=n;this.changed=s;this.waiting=new Map;this.ask=e=>this.connection.request(e)}get possible(){return this.place!==void 0}async lookForPlace(){this.place??=await cn(this.connection.domain,this.ask).catch(()=>{}),this.changed()}send(e){let t=q();this.waiting.set(t,e),this.bring(t,e)}again(e){let t=this.waiting.get(e);t&&this.bring(e,t)}forget(){this.place=void 0,this.waiting.clear()}async bring(e,t){let r=this.thread.find(e)?.at??this.clock.now(),n=(s,o="sending",l="")=>{let a={name:t.name,size:t.size,progress:s};this.thread.attach({id:e,text:"",at:r},a,o,l),this.changed()};n(0);try{let s=await this.put(t,n);n(1),this.waiting.delete(e),this.say({id:e,text:s,url:s,at:r})}catch(s){n(0,"failed",ia(s))}}put(e,t){return this.place?dn(this.place,e,this.ask,t):Promise.reject(new Error("no place for files"))}};function ia(i){return i instanceof Error&&"text"in i?String(i.text??""):""}var ra=60;async function hn(i,e){let t=await fetch(i,{method:"POST",credentials:"include",signal:e});if(t.status===429)throw new oe(Number(t.headers.get("Retry-After"))||ra);if(t.status>=400&&t.status<500)throw new oe(0);if(!t.ok)throw new Error(`guest: ${t.status}`);return await t.json()}async function un(i){let e=await fetch(`${i}/forget`,{method:"POST",credentials:"include"});if(!e.ok)throw new Error(`guest/forget: ${e.status}`)}var bt=class{constructor(e,t,r,n){this.outbox=e;this.tabs=t;this.guest=r;this.inherited=n;this.listening=new AbortController;this.awaited=new Set}async look(){let{others:e}=this.outbox;await Promise.all(e.map(t=>this.tabs.ifGone(t,()=>this.inherit(t))));for(let t of e)this.watch(t)}watch(e){if(e===this.tabs.own||this.awaited.has(e))return;let{awaited:t}=this,{signal:r}=this.listening,n=()=>{r.aborted||t.delete(e)};t.add(e),this.tabs.whenGone(e,()=>this.inherit(e),r).then(n,n)}stop(){this.listening.abort(),this.listening=new AbortController,this.awaited.clear()}inherit(e){this.outbox.adopt(this.guest(),e),this.inherited()}};var wt=class{constructor(e,t){this.shelf=e;this.prefix=`imref-ask ${t} `}get(e){try{let t=this.shelf.getItem(this.prefix+e);return t===null?void 0:JSON.parse(t)}catch{return}}set(e,t){try{this.shelf.setItem(this.prefix+e,JSON.stringify(t))}catch{}}remove(e){this.shelf.removeItem(this.prefix+e)}names(e=""){return Array.from({length:this.shelf.length},(r,n)=>this.shelf.key(n)).filter(r=>r?.startsWith(this.prefix+e)??!1).map(r=>r.slice(this.prefix.length))}clear(){for(let e of this.names())this.remove(e)}watch(e){let t=({key:r,storageArea:n})=>{n===this.shelf&&r?.startsWith(this.prefix)&&e(r.slice(this.prefix.length))};return addEventListener("storage",t),()=>removeEventListener("storage",t)}};function pn(){try{let i="imref-ask";return localStorage.setItem(i,""),localStorage.removeItem(i),localStorage}catch{return new $i}}var $i=class{constructor(){this.things=new Map}get length(){return this.things.size}key(e){return[...this.things.keys()][e]??null}getItem(e){return this.things.get(e)??null}setItem(e,t){this.things.set(e,t)}removeItem(e){this.things.delete(e)}};var ae="line ",Ae=class{constructor(e,t){this.memory=e;this.tabs=t}get all(){return this.memory.names(ae).map(e=>this.memory.get(e)).filter(e=>e!==void 0).sort((e,t)=>e.at-t.at)}get own(){return this.all.filter(({tab:e,failure:t})=>e===this.tabs.own&&t===void 0)}get others(){let e=new Set(this.all.map(({tab:t})=>t));return e.delete(this.tabs.own),[...e]}find(e){return this.memory.get(ae+e)}keep(e,t){let r={...e,tab:this.tabs.own,guest:t};return this.memory.set(ae+e.id,r),r}settle(e){this.memory.remove(ae+e)}fail(e,t){let r=this.find(e);r&&this.memory.set(ae+e,{...r,failure:t})}retry(e,t){let r=this.find(e);if(!r)return;let{failure:n,...s}=r;return this.keep(s,t)}adopt(e,t=this.tabs.own){for(let r of this.all.filter(({tab:n})=>n===t))e&&r.guest&&r.guest!==e?this.fail(r.id,r.failure??""):this.keep(r,r.guest||e)}static lineOf(e){return e.startsWith(ae)?e.slice(ae.length):""}};var xt=class{constructor(e){this.parts=e;this.anchor=""}forget(){this.anchor=""}stanza(e){let{archive:t,parties:r}=this.parts,{me:n}=r();if(t.take(e,n))return!1;let s=dt(e,n);return s!==void 0&&this.live(s,s.message!==e)}earlier(e,t){let r=this.recall(e,"");t&&(this.anchor=r)}later(e){this.anchor=this.recall(e,this.anchor)}live(e,t){let{archive:r,parties:n}=this.parts,s=vi(e,n());for(let o of s)o.what==="words"?this.words(o,e.archived,t):this.sign(o);return s.length>0&&r.note(e.archived),s.length>0}words(e,t,r){let{thread:n,archive:s,attention:o,courier:l,typing:a,clock:c}=this.parts,y=n.hear(e,c.now());y&&t&&s.complete&&(this.anchor=y),!e.mine&&(a.hear("active"),y&&o.distract(),l.isThere(),e.asks&&e.id&&!r&&this.parts.receipt(e.id))}recall(e,t){let r=t;for(let n of e)for(let s of vi(n,this.parts.parties()))s.what==="words"?r=this.parts.thread.recall(s,r):s.what!=="state"&&s.what!=="refused"&&this.sign(s);return this.parts.read(),r}sign(e){let{thread:t,typing:r}=this.parts;switch(e.what){case"receipt":e.mine||this.kept(e.id);break;case"displayed":this.displayed(e.id,e.mine);break;case"state":e.mine||r.hear(e.state);break;case"reactions":t.react(e.mine,e.id,e.emojis);break;case"retraction":t.retract(e.mine,e.id);break;case"refused":this.refused(e.id,e.again,e.why)}}displayed(e,t){t?this.parts.attention.seenElsewhere(e):(this.kept(e),this.parts.thread.displayed(e))}kept(e){this.parts.courier.kept(e),this.parts.thread.raise(e,"kept"),this.parts.kept(e)}refused(e,t,r){let{outbox:n,courier:s,thread:o}=this.parts,l=n.find(e);l&&(t?s.notNow(e):s.failed(e,r),o.show(l,t?"sending":"failed",t?"":r))}};function kt(i){return!(!i||i.replaceAll(String.raw`\20`,"").replaceAll(String.raw`\22`,"").replaceAll(String.raw`\26`,"").replaceAll(String.raw`\27`,"").replaceAll(String.raw`\2f`,"").replaceAll(String.raw`\3a`,"").replaceAll(String.raw`\3c`,"").replaceAll(String.raw`\3e`,"").replaceAll(String.raw`\40`,"").replaceAll(String.raw`\5c`,"").search(/[ "&'/:<>@\\]/g)===-1)}function $t(i){return i===null?null:i.replaceAll(/^\s+|\s+$/g,"").replaceAll("\\",String.raw`\5c`).replaceAll(" ",String.raw`\20`).replaceAll('"',String.raw`\22`).replaceAll("&",String.raw`\26`).replaceAll("'",String.raw`\27`).replaceAll("/",String.raw`\2f`).replaceAll(":",String.raw`\3a`).replaceAll("<",String.raw`\3c`).replaceAll(">",String.raw`\3e`).replaceAll("@",String.raw`\40`)}function St(i){return i===null?null:i.replaceAll(String.raw`\20`," ").replaceAll(String.raw`\22`,'"').replaceAll(String.raw`\26`,"&").replaceAll(String.raw`\27`,"'").replaceAll(String.raw`\2f`,"/").replaceAll(String.raw`\3a`,":").replaceAll(String.raw`\3c`,"<").replaceAll(String.raw`\3e`,">").replaceAll(String.raw`\40`,"@").replaceAll(String.raw`\5c`,"\\")}var L=class i{constructor(e,t,r){if(typeof t!="string"||!t)throw new TypeError("Invalid domain.");this.setDomain(t),this.setLocal(typeof e=="string"?e:""),this.setResource(typeof r=="string"?r:"")}[Symbol.toPrimitive](e){return e==="number"?Number.NaN:this.toString()}toString(e){let t=this._domain;return this._local&&(t=this.getLocal(e)+"@"+t),this._resource&&(t=t+"/"+this._resource),t}bare(){return this._resource?new i(this._local,this._domain,null):this}equals(e){return this._local===e._local&&this._domain===e._domain&&this._resource===e._resource}setLocal(e,t){return t=t||kt(e),t&&(e=$t(e)),this._local=e&&e.toLowerCase(),this}getLocal(e=!1){let t=null;return t=e?St(this._local):this._local,t}setDomain(e){return this._domain=e.toLowerCase(),this}getDomain(){return this._domain}setResource(e){return this._resource=e,this}getResource(){return this._resource}};Object.defineProperty(L.prototype,"local",{get:L.prototype.getLocal,set:L.prototype.setLocal});Object.defineProperty(L.prototype,"domain",{get:L.prototype.getDomain,set:L.prototype.setDomain});Object.defineProperty(L.prototype,"resource",{get:L.prototype.getResource,set:L.prototype.setResource});var Te=L;function Et(i){let e,t,r=i.indexOf("/");r!==-1&&(t=i.slice(r+1),i=i.slice(0,r));let n=i.indexOf("@");return n!==-1&&(e=i.slice(0,n),i=i.slice(n+1)),new Te(e,i,t)}function sa(i,e){return i.equals(e)}function fn(...i){return!i[1]&&!i[2]?Et(...i):new Te(...i)}var K=fn.bind();K.jid=fn;K.JID=Te;K.parse=Et;K.equal=sa;K.detectEscape=kt;K.escapeLocal=$t;K.unescapeLocal=St;var G=K;var Si=class extends Error{constructor(e,t,r){super(e+(t?` - ${t}`:"")),this.name="XMPPError",this.condition=e,this.text=t,this.application=r}static fromElement(e){let[t,r,n]=e.getChildElements(),s,o;r&&(r.is("text")?s=r:r&&(o=r),n&&(o=n));let l=new this(t.name,s?s.text():"",o);return l.element=e,l}},B=Si;var Ei=class extends B{constructor(...e){super(...e),this.name="StreamError"}},mn=Ei;function _t(i){let{port:e,hostname:t,protocol:r}=new URL(i);return t==="[::1]"&&(t="::1"),{port:e,hostname:t,protocol:r}}function _i(i){let{port:e,hostname:t}=_t(`http://${i}`);return{port:e,hostname:t}}function gn(i){return i.includes("://")?_t(i):_i(i)}var oa="urn:ietf:params:xml:ns:xmpp-streams",aa="http://etherx.jabber.org/streams",fe=class extends F.EventEmitter{#e=null;#t=null;constructor(e={}){super(),typeof e=="string"&&(e={domain:e}),this.jid=null,this.timeout=e.timeout||2e3,this.options=e,this.status="offline",this.socket=null,this.parser=null,this.root=null}isSecure(){return this.socket?.secure===!0}async _streamError(e,t){try{await this.send(h("stream:error",{},[h(e,{xmlns:oa},t)]))}catch{}return this.disconnect()}_onData(e){let t=e.toString("utf8");this.parser.write(t)}#i(e){this._streamError("bad-format"),this._detachParser(),this.emit("error",e)}#r(e,t){this._detachSocket(),this._status("disconnect",{clean:!e,reason:t})}#n(e,t){this._detachParser(),this._status("close",{clean:!e,reason:t})}_attachSocket(e){this.socket=e,this.#e??=se({data:this._onData.bind(this),close:this.#r.bind(this),connect:()=>this._status("connect"),error:t=>this.emit("error",t)}),this.#e.subscribe(this.socket)}_detachSocket(){this.socket&&this.#e?.unsubscribe(this.socket),this.socket=null}_onElement(e){let t=e.is("error",aa);t&&this._onStreamError(e),this.emit("element",e),this.emit(this.isStanza(e)?"stanza":"nonza",e),t&&this.disconnect()}_onStreamError(e){let t=mn.fromElement(e);if(t.condition==="see-other-host")return this._onSeeOtherHost(t);this.emit("error",t)}async _onSeeOtherHost(e){let{protocol:t}=gn(this.options.service),r=e.element.getChildText("see-other-host"),{port:n}=_i(r),s;s=n?`${t||"xmpp:"}//${r}`:(t?`${t}//`:"")+r;try{await j(this,"disconnect");let{domain:o,lang:l}=this.options;await this.connect(s),await this.open({domain:o,lang:l})}catch(o){this.emit("error",o)}}_attachParser(e){this.parser=e,this.#t??=se({element:this._onElement.bind(this),error:this.#i.bind(this),end:this.#n.bind(this),start:t=>this._status("open",t)}),this.#t.subscribe(this.parser)}_detachParser(){this.parser&&this.#t?.unsubscribe(this.parser),this.parser=null,this.root=null}_jid(e){return this.jid=G(e),this.jid}_status(e,...t){this.status!==e&&(this.status=e,this.emit("status",e,...t),this.emit(e,...t))}_ready(e=!1){e?this.status="online":this._status("online",this.jid)}async disconnect(){let e;try{e=await this._closeStream()}catch(t){this.#n(t)}try{await this._closeSocket()}catch(t){this.#r(!0,t)}return e}async start(){if(this.status!=="offline")throw new Error("Connection is not offline");let{service:e,domain:t,lang:r}=this.options;await this.connect(e);let n=j(this,"online");return await this.open({domain:t,lang:r}),n}async connect(e){this._status("connecting",e);let t=new this.Socket;return this._attachSocket(t),t.connect(this.socketParameters(e)),j(t,"connect")}async _closeSocket(e=this.timeout){this._status("disconnecting"),this.socket.end(),await j(this.socket,"close","error",e)}async open(e){this._status("opening");let{domain:t,lang:r}=e,n=this.headerElement();return n.attrs.to=t,n.attrs["xml:lang"]=r,this.root=n,this._attachParser(new this.Parser),await this.write(this.header(n)),j(this,"open","error",this.timeout)}async stop(){let e=await this.disconnect();return this._status("offline",e),e}async _closeStream(e=this.timeout){await this.#c("close");let t=this.footer(this.footerElement());return await this.write(t),this._status("closing"),j(this.parser,"end","error",e)}async restart(){this._detachParser();let{domain:e,lang:t}=this.options;return this.open({domain:e,lang:t})}async send(e){e.parent=this.root,await this.write(e.toString()),this.emit("send",e)}sendReceive(e,t=this.timeout){return Promise.all([this.send(e),j(this,"element","error",t)]).then(([,r])=>r)}async write(e){if(this.status==="closing")throw new Error("Connection is closing");return new Promise((t,r)=>{this.socket.write(e,n=>n?r(n):t())})}isStanza(e){let{name:t}=e;return t==="iq"||t==="message"||t==="presence"}isNonza(e){return!this.isStanza(e)}header(e){return e.toString()}headerElement(){return new h.Element("",{version:"1.0",xmlns:this.NS})}footer(e){return e.toString()}footerElement(){}socketParameters(){}#s=new Map;#a=new Set(["close"]);hook(e,t){this.#o(e),this.#s.has(e)||this.#s.set(e,new Set),this.#s.get(e).add([t])}#o(e){if(!this.#a.has(e))throw new Error(`Hook event name "${e}" is unknown.`)}unhook(e,t){this.#o(e);let r=this.#s.get("event"),n=[...r].find(s=>s.handler===t);r.remove(n)}async#c(e,...t){this.#o(e);let r=this.#s.get(e);r&&await Promise.all([...r].map(async([n])=>{try{await n(...t)}catch(s){this.emit("error",s)}}))}};fe.prototype.NS="";fe.prototype.Socket=null;fe.prototype.Parser=null;var At=fe;var Tt=class extends At{constructor(e){super(e),this.transports=[]}send(e,...t){return this.Transport.prototype.send.call(this,e,...t)}sendMany(...e){return this.Transport.prototype.sendMany.call(this,...e)}_findTransport(e){return this.transports.find(t=>{try{return t.prototype.socketParameters(e)!==void 0}catch{return!1}})}connect(e){let t=this._findTransport(e);if(!t)throw new Error("No compatible connection method found.");return this.Transport=t,this.Socket=t.prototype.Socket,this.Parser=t.prototype.Parser,super.connect(e)}socketParameters(...e){return this.Transport.prototype.socketParameters(...e)}header(e,...t){let r=this.isSecure()&&this.jid?.bare().toString();return r&&(e.attrs.from=r),this.Transport.prototype.header(e,...t)}headerElement(...e){return this.Transport.prototype.headerElement(...e)}footer(...e){return this.Transport.prototype.footer(...e)}footerElement(...e){return this.Transport.prototype.footerElement(...e)}};Tt.prototype.NS="jabber:client";var Ai=Tt;var la="urn:ietf:params:xml:ns:xmpp-stanzas";function ca({name:i,type:e}){return!(i!=="iq"||e==="error"||e==="result")}function da({type:i},e,t){return!(i!=="get"&&i!=="set"||e.length!==1||!t)}function bn({stanza:i}){return h("iq",{to:i.attrs.from,from:i.attrs.to,id:i.attrs.id})}function ha(i,e){let t=bn(i);return t.attrs.type="result",e&&t.append(e),t}function yn(i,e,t){let r=bn(i);return r.attrs.type="error",t&&r.append(t),r.append(e),r}function Ti(i,e){return h("error",{type:i},h(e,la))}function ua(i){return async function(t,r){if(!ca(t))return r();let{stanza:n}=t,s=n.getChildElements(),[o]=s;if(!da(t,s,o))return yn(t,Ti("modify","bad-request"),o);t.element=o;let l;try{l=await r()}catch(a){i.emit("error",a),l=Ti("cancel","internal-server-error")}return l||(l=Ti("cancel","service-unavailable")),l instanceof h.Element&&l.is("error")?yn(t,l,o):ha(t,l instanceof h.Element?l:void 0)}}function vn(i,e,t,r){return(n,s)=>n.type!==i|!n.element||!n.element.is(t,e)?s():r(n,s)}function Ci({middleware:i,entity:e}){return i.use(ua(e)),{get(t,r,n){i.use(vn("get",t,r,n))},set(t,r,n){i.use(vn("set",t,r,n))}}}function Li(){let i;for(;!i;)i=Math.random().toString(36).slice(2,12);return i}var Ri=class extends B{constructor(e,t,r,n){super(e,t,r),this.type=n,this.name="StanzaError"}static fromElement(e){let t=super.fromElement(e);return t.type=e.attrs.type,t}},wn=Ri;function pa({name:i,type:e}){return!(i!=="iq"||e!=="error"&&e!=="result")}var Pi=class{constructor({entity:e,middleware:t}){this.handlers=new Map,this.entity=e,this.middleware=t}start(){this.middleware.use(this._route.bind(this))}_route({type:e,name:t,id:r,stanza:n},s){if(!pa({name:t,type:e}))return s();let o=this.handlers.get(r);if(!o)return s();e==="error"?o.reject(wn.fromElement(n.getChild("error"))):o.resolve(n),this.handlers.delete(r)}async request(e,t=30*1e3){e.attrs.id||(e.attrs.id=Li());let r=new nt;this.handlers.set(e.attrs.id,r);try{await this.entity.send(e),await rt(r.promise,t)}catch(n){throw this.handlers.delete(e.attrs.id),n}return r.promise}_childRequest(e,t,r,...n){let{name:s,attrs:{xmlns:o}}=t;return this.request(h("iq",{type:e,to:r},t),...n).then(l=>l.getChild(s,o))}async get(...e){return this._childRequest("get",...e)}async set(...e){return this._childRequest("set",...e)}};function Mi(...i){let e=new Pi(...i);return e.start(),e}var En=D($n(),1);var le=class{constructor(e,t){this.stanza=t,this.entity=e;let{name:r,attrs:n}=t,{type:s,id:o}=n;this.name=r,this.id=o||"",r==="message"?this.type=s||"normal":r==="presence"?this.type=s||"available":this.type=s||"",this.from=null,this.to=null,this.local="",this.domain="",this.resource=""}};var Ce=class extends le{constructor(e,t){super(e,t);let{jid:r}=e,{domain:n}=e.options??{},s=t.attrs.to||r?.toString(),o=t.attrs.from||n;s&&(this.to=new G(s)),o&&(this.from=new G(o),this.local=this.from.local,this.domain=this.from.domain,this.resource=this.from.resource)}};var Le=class extends le{constructor(e,t){super(e,t);let{jid:r}=e,{domain:n}=e.options??{},s=t.attrs.from||r?.toString(),o=t.attrs.to||n;s&&(this.from=new G(s)),o&&(this.to=new G(o),this.local=this.to.local,this.domain=this.to.domain,this.resource=this.to.resource)}};function Sn(i,e,t){return r=>{let n=new t(i,r);return(0,En.default)(e)(n)}}function ma(i){return(e,t)=>{t().then(r=>r&&i.send(r)).catch(r=>i.emit("error",r))}}function Oi({entity:i}){let e=[ma(i)],t=[],r=Sn(i,e,Ce),n=Sn(i,t,Le);return i.on("element",r),i.on("send",n),{use(s){return e.push(s),s},filter(s){return t.push(s),s}}}var _n="urn:ietf:params:xml:ns:xmpp-bind";function ga(i){return h("bind",{xmlns:_n},i&&h("resource",{},i))}async function ya(i,e,t){let n=(await e.set(ga(t))).getChildText("jid");return i._jid(n),i._ready(!1),n}function va({iqCaller:i},e){return async({entity:t},r)=>{e=typeof e=="function"?await e():e,await ya(t,i,e),r()}}function Ni({streamFeatures:i,iqCaller:e},t){i.use("bind",_n,va({iqCaller:e},t))}function ji(i){return globalThis.btoa(i)}function An(i){return globalThis.atob(i)}var zi=class extends B{constructor(...e){super(...e),this.name="SASLError"}},qi=zi;var Re="urn:ietf:params:xml:ns:xmpp-sasl";function ba(i,e,t){let r=new Set(i.getChildren("mechanism",e).map(s=>s.text()));return t._mechs.map(({name:s})=>s).filter(s=>r.has(s))}async function wa({saslFactory:i,entity:e,mechanism:t,credentials:r}){let n=i.create([t]);if(!n)throw new Error(`SASL: Mechanism ${t} not found.`);let{domain:s}=e.options,o={username:null,password:null,server:s,host:s,realm:s,serviceType:"xmpp",serviceName:s,...r};await ne(e,n.clientFirst&&h("auth",{xmlns:Re,mechanism:n.name},ji(await n.response(o))),async(l,a)=>{if(l.getNS()===Re){if(l.name==="challenge"){await n.challenge(An(l.text()));let c=await n.response(o);await e.send(h("response",{xmlns:Re,mechanism:n.name},typeof c=="string"?ji(c):""));return}if(l.name==="failure")throw qi.fromElement(l);if(l.name==="success")return a()}})}function Di({streamFeatures:i,saslFactory:e},t){i.use("mechanisms",Re,async({entity:r},n,s)=>{let o=ba(s,Re,e);if(o.length===0)throw new qi("SASL: No compatible mechanism available.");async function l(a,c){await wa({saslFactory:e,entity:r,mechanism:c,credentials:a})}await t(l,o,null,r),await r.restart()})}var Pn=D(Rn(),1);function Ii(i){i.use(Pn.default)}function Ui({middleware:i}){function e(t,r,n){return i.use((s,o)=>{let{stanza:l}=s;if(!l.is("features","http://etherx.jabber.org/streams"))return o();let a=l.getChild(t,r);return a?n(s,o,a):o()})}return{use:e}}function Mn(i=new Date){return typeof i=="string"&&(i=new Date(i)),new Date(i).toISOString().split(".")[0]+"Z"}function On({bind2:i,sm:e,failed:t,enabled:r}){i.use($,n=>Rt({sm:e}),async n=>{n.is("enabled")?r(n.attrs):n.is("failed")&&t()})}function Nn({sasl2:i,sm:e,failed:t,resumed:r}){i.use($,n=>{if(n.is("sm")&&e.id)return Pt({sm:e})},n=>{n.is("resumed")?r(n):n.is("failed")&&t()})}function jn({streamFeatures:i,sm:e,entity:t,resumed:r,failed:n,enabled:s}){i.use("sm",$,async(o,l)=>{if(e.id)try{let c=await ka(t,e);await r(c);return}catch{n()}await l();let a=xa(t,e);if(e.outbound_q.length>0)throw new Error("Stream Management assertion failure, queue should be empty after enable");e.outbound=0;try{let c=await a;s(c.attrs)}catch{e.enabled=!1,e.enableSent=!1}})}function xa(i,e){return ne(i,Rt({sm:e}),(t,r)=>{if(t.is("enabled",$))return r(t);if(t.is("failed",$))throw B.fromElement(t)})}async function ka(i,e){return ne(i,Pt({sm:e}),(t,r)=>{if(t.is("resumed",$))return r(t);if(t.is("failed",$))throw B.fromElement(t)})}var $="urn:xmpp:sm:3";function Rt({sm:i}){return h("enable",{xmlns:$,max:i.preferredMaximum,resume:"true"})}function Pt({sm:i}){return h("resume",{xmlns:$,h:i.inbound,previd:i.id})}function Hi({streamFeatures:i,entity:e,middleware:t,bind2:r,sasl2:n}){let s=null,o=null,l=null,a=new F.EventEmitter;Object.assign(a,{preferredMaximum:null,enabled:!1,enableSent:!1,id:"",outbound_q:[],outbound:0,inbound:0,max:null,timeout:6e4,requestAckInterval:3e4,requestAckDebounce:250});async function c(){try{await e.send(h("a",{xmlns:$,h:a.inbound}))}catch{}}e.on("disconnect",()=>{clearTimeout(s),clearTimeout(o),clearTimeout(l),a.enabled=!1,a.enableSent=!1}),e.hook("close",async()=>{a.enabled&&await c()});async function y(v){a.enabled=!0,b(+v.attrs.h);let E=a.outbound_q;a.outbound_q=[],await e.sendMany(E.map(A=>$a({entity:e,item:A}))),a.emit("resumed"),e._ready(!0),k()}function g(){a.enabled=!1,a.enableSent=!1,a.id="",m()}function b(v){let E=a.outbound;for(let A=0;A<+v-E;A++){let Gs=a.outbound_q.shift();a.outbound++,a.emit("ack",Gs.stanza)}}function m(){let v;for(;v=a.outbound_q.shift();)a.emit("fail",v.stanza);a.outbound=0}function p({id:v,max:E}){a.enabled=!0,a.id=v,a.max=E,a.inbound=0,k()}e.on("offline",()=>{m(),a.inbound=0,a.enabled=!1,a.enableSent=!1,a.id=""}),t.use(async(v,E)=>{let{stanza:A}=v;return clearTimeout(s),s=null,["presence","message","iq"].includes(A.name)?a.inbound+=1:A.is("r",$)?await c():A.is("a",$)&&b(+A.attrs.h),k(),E()}),r&&On({bind2:r,sm:a,failed:g,enabled:p}),n&&Nn({sasl2:n,sm:a,failed:g,resumed:y});function k(v=a.requestAckInterval){clearTimeout(o),a.enabled&&v&&(o=setTimeout(w,v))}function w(){clearTimeout(o),clearTimeout(l),a.enabled&&(a.timeout&&!s&&(s=setTimeout(()=>{clearTimeout(o),e.disconnect().catch(()=>{})},a.timeout)),e.send(h("r",{xmlns:$})).catch(()=>{}),k())}return t.filter((v,E)=>{let{stanza:A}=v;return A.is("enable",$)&&(a.enableSent=!0),!a.enabled&&!a.enableSent||!["presence","message","iq"].includes(A.name)||(a.outbound_q.push({stanza:A,stamp:Mn()}),clearTimeout(o),clearTimeout(l),l=setTimeout(w,a.requestAckDebounce)),E()}),i&&jn({streamFeatures:i,sm:a,entity:e,resumed:y,failed:g,enabled:p}),a}function $a({entity:i,item:e}){let{stanza:t,stamp:r}=e;return t.name==="message"&&!t.getChild("delay","urn:xmpp:delay")&&t.append(h("delay",{xmlns:"urn:xmpp:delay",from:i.jid.toString(),stamp:r})),t}var Wi="ECONNERROR";function Sa(i){let e=_t(i);return!!(e.protocol==="wss:"||["localhost","127.0.0.1","::1"].includes(e.hostname))}var Pe=class extends F.EventEmitter{#e=null;socket=null;url=null;secure=!1;connect(e){this.url=e,this.secure=Sa(e),this._attachSocket(new WebSocket(e,["xmpp"]))}_attachSocket(e){this.socket=e,this.#e??=se({open:()=>this.emit("connect"),message:({data:t})=>this.emit("data",t),error:t=>{let{url:r}=this,{error:n}=t;n||(n=new Error(t.message||`WebSocket ${Wi} ${r}`),n.errno=Wi,n.code=Wi),n.event=t,n.url=r,this.emit("error",n)},close:t=>{this._detachSocket(),this.emit("close",!t.wasClean,t)}}),this.#e.subscribe(this.socket)}_detachSocket(){this.url=null,this.secure=!1,this.socket&&this.#e?.unsubscribe(this.socket),this.socket=null}end(){this.socket.close()}write(e,t){function r(n){t&&Promise.resolve().then(()=>t(n))}try{this.socket.send(e)}catch(n){r(n);return}r()}};var Me=class extends ot{onStartElement(e,t){let r=new at.default(e,t),{cursor:n}=this;n&&n.append(r),this.cursor=r}onEndElement(e){let{cursor:t}=this;if(e!==t.name){this.emit("error",new M(`${t.name} must be closed.`));return}if(t.parent){this.cursor=t.parent;return}t.is("open","urn:ietf:params:xml:ns:xmpp-framing")?this.emit("start",t):t.is("close","urn:ietf:params:xml:ns:xmpp-framing")?this.emit("end",t):this.emit("element",t),this.cursor=null}};var zn="urn:ietf:params:xml:ns:xmpp-framing",me=class extends At{send(e,...t){return e.attrs.xmlns??=this.NS,super.send(e,...t)}async sendMany(e){for(let t of e)t.attrs.xmlns??=this.NS,t.parent=this.root,this.socket.write(t.toString()),this.emit("send",t)}footerElement(){return new h.Element("close",{xmlns:zn})}headerElement(){let e=super.headerElement();return e.name="open",e.attrs.xmlns=zn,e}socketParameters(e){return/^wss?:\/\//.test(e)?e:void 0}};me.prototype.Socket=Pe;me.prototype.NS="jabber:client";me.prototype.Parser=Me;var qn=me;function Fi({entity:i}){i.transports.push(qn)}var Wn=D(Hn(),1);var Ea=1e4,_a=15e3;function Fn(i,e){let[t="",r=""]=e.jid.split("@"),n=new Ai({service:i,domain:r,timeout:Ea});Fi({entity:n}),n.on("disconnect",()=>n.removeAllListeners("nonza"));let s=Oi({entity:n}),o=Ui({middleware:s}),l=new Wn.default;Ii(l),Di({streamFeatures:o,saslFactory:l},b=>b({username:t,password:e.password},"PLAIN"));let a=Hi({streamFeatures:o,entity:n,middleware:s});a.timeout=_a;let c=Mi({middleware:s,entity:n}),y=Ci({middleware:s,entity:n});return y.get(u.ping,"ping",()=>!0),y.get(u.info,"query",()=>rn()),Ni({streamFeatures:o,iqCaller:c}),{client:n,iq:c,management:a,connect:async()=>{await n.connect(i),await n.open({domain:r})}}}var Gi="imref-ask tab ";function Gn(){let i=q(),e="locks"in navigator?navigator.locks:void 0;return e?(e.request(Gi+i,()=>new Promise(()=>{})).catch(()=>{}),{own:i,ifGone:(t,r)=>e.request(Gi+t,{ifAvailable:!0},n=>{n&&r()}),whenGone:(t,r,n)=>e.request(Gi+t,{signal:n},()=>r())}):Aa(i)}function Aa(i){return{own:i,ifGone:async(e,t)=>t(),whenGone:()=>new Promise(()=>{})}}var Nt=class{constructor(e,t){this.clock=e;this.tell=t;this.state="active"}keystroke(e){this.turn(e?"composing":"active"),this.cancel?.(),this.cancel=e?this.clock.after(5e3,()=>this.turn("paused")):void 0}said(){this.cancel?.(),this.state="active"}turn(e){e!==this.state&&(this.state=e,this.tell(e))}},jt=class{constructor(e,t){this.clock=e;this.changed=t;this.now=!1}hear(e){this.cancel?.();let t=this.now;this.now=e==="composing",this.now&&(this.cancel=this.clock.after(6e4,()=>this.hear("paused"))),t!==this.now&&this.changed()}};var Ta=15e3,Bn;function Xn(i){return Bn??=Gn(),new Bi(i,new wt(pn(),i.address),Bn,ln)}var Bi=class{constructor(e,t,r,n){this.desk=e;this.memory=t;this.clock=n;this.link="idle";this.catchingUp=!1;this.lastSaid=0;this.details={name:"",email:""};this.subscribers=new Set;this.arrivals=new Set;this.receipts=new Map;this.thread=new ft;let{thread:s}=this,o=()=>this.changed(),l={guest:c=>hn(e.guest,c),stream:c=>Fn(e.websocket,c)};this.connection=new gt(l,this,n),this.outbox=new Ae(t,r),this.courier=new yt(this.outbox,n,c=>this.dispatch(c));let a=()=>this.connection.me;this.heir=new bt(this.outbox,r,a,()=>this.inherited()),this.archive=new ut(e.address,c=>this.connection.request(c)),this.attention=new mt(s,t,c=>this.tellSeen(c)),this.files=new vt(s,this.connection,n,c=>this.keep(c),o),this.ownTyping=new Nt(n,c=>this.tell(c)),this.theirTyping=new jt(n,o),this.reception=new xt({thread:s,outbox:this.outbox,courier:this.courier,archive:this.archive,attention:this.attention,typing:this.theirTyping,clock:n,parties:()=>({me:this.connection.me,desk:e.address}),receipt:c=>this.connection.send(Zr(e.address,c)),kept:c=>this.receipts.get(c)?.(),read:()=>this.showUnsent()}),this.showUnsent(),this.now=this.snapshot(),t.watch(c=>this.changedElsewhere(c))}get begun(){return this.memory.get("begun")===!0}get correctable(){return this.thread.correctable}subscribe(e){return this.subscribers.add(e),()=>this.subscribers.delete(e)}open(e){if(this.details=e,this.link==="online")return Promise.resolve();this.ignoreSurroundings??=nn({back:()=>{this.awake(()=>this.connection.renew())},looked:()=>{this.awake(()=>this.connection.wake())},cutOff:()=>this.connection.cut(),leaving:()=>this.connection.leave()}),this.link!=="lost"&&this.turn("connecting");let t=new Promise((r,n)=>this.arrivals.add({resolve:r,reject:n}));return this.connection.open(),t}say(e){e.trim()&&this.keep(this.words(e))}correct(e,t){t.trim()&&e&&e===this.correctable&&this.keep({...this.words(t),replaces:e})}choose({value:e}){this.say(e)}again(e){this.files.again(e);let t=this.outbox.all.find(n=>n.id===e||n.replaces===e);if(t?.failure===void 0)return;let r=this.outbox.retry(t.id,this.connection.me);r&&this.showAndSend(r)}typing(e){this.ownTyping.keystroke(e)}send(e){this.files.send(e)}seen(){let e=this.attention.unread;this.attention.look(),this.attention.unread!==e&&this.changed()}async forget(){await this.sayAndAwait("forget me"),await un(this.desk.guest),await this.connection.forget(),this.memory.clear(),this.reset()}close(){this.tell("gone"),this.connection.send(he(this.desk.address,"unavailable")),this.connection.close(),this.stop()}online(e){e||this.archive.interrupt(),this.turn("online");for(let{resolve:t}of this.arrivals)t();this.arrivals.clear(),e?this.goOn():this.begin()}stanza(e){e.name==="message"&&this.reception.stanza(e)&&this.changed()}acknowledged(e){this.outbox.find(e)?.failure===void 0&&(this.thread.raise(e,"sent"),this.changed())}lost(){this.courier.rest(),this.theirTyping.hear("paused"),this.turn("lost")}refused(e){this.turn("refused");for(let{reject:t}of this.arrivals)t(e);this.arrivals.clear()}async begin(){let e=h("enable",{xmlns:u.carbons});this.connection.send(z("set",void 0,e)),this.connection.send(he()),this.connection.send(he(this.desk.address)),this.desk.files&&this.files.lookForPlace(),await this.takeOver(),await this.catchUp(),this.courier.begin(),this.caughtUp()}async goOn(){await this.takeOver(),this.archive.complete||await this.catchUp(),this.courier.goOn(),this.caughtUp()}async takeOver(){this.outbox.adopt(this.connection.me),await this.heir.look(),this.showUnsent()}inherited(){this.showUnsent(),this.courier.flush(),this.changed()}async catchUp(){this.catchingUp=!0,this.changed(),await this.archive.read(this.reception),this.catchingUp=!1}caughtUp(){this.attention.note(),this.changed()}async awake(e){e(),this.caughtUp(),this.connection.online&&(await this.takeOver(),this.courier.flush())}words(e){return this.lastSaid=Math.max(this.clock.now(),this.lastSaid+1),{id:q(),text:e,at:this.lastSaid}}keep(e){let t={...e,...this.introduction()};this.memory.set("begun",!0),this.ownTyping.said(),this.showAndSend(this.outbox.keep(t,this.connection.me))}introduction(){let{name:e,email:t}=this.details;return this.details={name:"",email:""},{...e&&{name:e},...t&&{email:t}}}showAndSend(e){this.thread.show(e,"sending"),this.courier.flush(),this.changed()}dispatch(e){this.connection.send(bi(this.desk.address,e,this.clock.now()))}tell(e){this.begun&&this.connection.send(tn(this.desk.address,e))}tellSeen(e){return this.connection.send(en(this.desk.address,e)),this.connection.online}async sayAndAwait(e){let t=this.words(e);await new Promise((r,n)=>{let s=this.clock.after(Ta,()=>n(new Error("no answer")));this.receipts.set(t.id,()=>{s(),r()}),this.connection.send(bi(this.desk.address,t,t.at))}).finally(()=>this.receipts.delete(t.id))}showUnsent(){for(let e of this.outbox.all){let t=e.failure!==void 0;this.thread.show(e,t?"failed":this.markOf(e),e.failure)}}markOf(e){return this.thread.find(e.replaces??e.id)?.mark==="sent"&&!e.replaces?"sent":"sending"}changedElsewhere(e){let t=Ae.lineOf(e),r=this.outbox.find(t);e==="begun"&&!this.begun?this.connection.forget().then(()=>this.reset()):r?this.unsentElsewhere(r):t&&this.thread.raise(t,"kept"),this.changed()}unsentElsewhere(e){this.showUnsent(),this.ignoreSurroundings&&this.heir.watch(e.tab)}reset(){this.thread.clear(),this.reception.forget(),this.archive.forget(),this.files.forget(),this.stop()}stop(){this.courier.stop(),this.heir.stop(),this.theirTyping.hear("paused"),this.ignoreSurroundings?.(),this.ignoreSurroundings=void 0,this.turn("idle")}turn(e){this.link=e,this.changed()}changed(){this.now=this.snapshot();for(let e of this.subscribers)e()}snapshot(){return{link:this.link,lines:this.thread.lines,answering:this.thread.answering,typing:this.theirTyping.now,place:this.thread.place,unread:this.attention.unread,files:this.files.possible,catchingUp:this.catchingUp}}};var Vi=[255,255,255],Oe=[0,0,0],Ca=4.5,La={surface:[255,255,255],ground:[247,246,243],ink:[31,35,40],muted:[86,93,104],line:[226,223,217],edge:[134,140,148],alarm:[164,38,28],tint:.1},Vn={surface:[36,39,45],ground:[24,26,30],ink:[236,238,241],muted:[190,196,205],line:[58,63,71],edge:[126,133,144],alarm:[255,170,160],tint:.16};function Qn(i){let e=Yn(i)??Yn(Ra)??Oe;return`
    :host { ${Xi(e,La,"light")} }
    @media (prefers-color-scheme: dark) {
      :host(:not([theme="light"])) { ${Xi(e,Vn,"dark")} }
    }
    :host([theme="dark"]) { ${Xi(e,Vn,"dark")} }`}var Ra="#1d5a63";function Xi(i,e,t){let r=Pa(i,t,e),n=Ki(e.surface,r,e.tint),s={brand:i,"on-brand":Kn(i),accent:r,"on-accent":Kn(r),mine:n,surface:e.surface,ground:e.ground,ink:e.ink,muted:e.muted,line:e.line,edge:e.edge,alarm:e.alarm},o=Object.entries(s).map(([l,a])=>`--${l}: ${Na(a)};`);return`color-scheme: ${t}; ${o.join(" ")}`}function Pa(i,e,t){for(let r=0;r<1;r+=.04){let n=e==="light"?Ki(i,Oe,r):Ma(i,r);if([t.surface,t.ground,Ki(t.surface,n,t.tint)].every(o=>Yi(n,o)>=Ca))return n}return e==="light"?Oe:Vi}function Ma([i,e,t],r){let n=Math.max(i,e,t)/255,s=Math.min(i,e,t)/255,o=(n+s)/2,l=n-s,a=l&&l/(1-Math.abs(2*o-1)),c=o+(1-o)*r,y=a*Math.min(c,1-c),[g,b,m]=[i,e,t].map(p=>{let k=l&&(p/255-s)/l*2-1;return Math.round((c+y*k)*255)});return[g??0,b??0,m??0]}function Kn(i){return Yi(i,Vi)>=Yi(i,Oe)?Vi:Oe}function Yn(i){let e=/^#([\da-f])([\da-f])([\da-f])$/i.exec(i.trim()),t=e?`#${e.slice(1).map(r=>r+r).join("")}`:i.trim();if(/^#[\da-f]{6}$/i.test(t)){let r=Number.parseInt(t.slice(1),16);return[r>>16,r>>8&255,r&255]}return t&&!t.startsWith("#")?Oa(t):void 0}function Oa(i){if(!CSS.supports("color",i))return;let e=document.createElement("canvas").getContext("2d");if(!e)return;e.fillStyle=i,e.fillRect(0,0,1,1);let[t=0,r=0,n=0]=e.getImageData(0,0,1,1).data;return[t,r,n]}function Ki(i,e,t){let[r,n,s]=i.map((o,l)=>Math.round(o+((e[l]??0)-o)*t));return[r??0,n??0,s??0]}function Yi(i,e){let[t,r]=[Jn(i),Jn(e)].sort((n,s)=>n-s);return((r??0)+.05)/((t??0)+.05)}function Jn(i){let[e,t,r]=i.map(n=>{let s=n/255;return s<=.04045?s/12.92:((s+.055)/1.055)**2.4});return .2126*(e??0)+.7152*(t??0)+.0722*(r??0)}function Na(i){return`#${i.map(e=>e.toString(16).padStart(2,"0")).join("")}`}function T(i){return d`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${i}
  </svg>`}var Zn=T(_`<path d="M4.5 5h15A1.5 1.5 0 0 1 21 6.5v9A1.5 1.5 0 0 1 19.5 17H11l-4.5 4v-4h-2A1.5
    1.5 0 0 1 3 15.5v-9A1.5 1.5 0 0 1 4.5 5Z" /><path d="M7.5 9.5h9M7.5 12.5h6" />`),zt=T(_`<path d="m6 6 12 12M18 6 6 18" />`),es=T(_`<path d="m6 9.5 6 6 6-6" />`),ts=T(_`<path class="dots" d="M12 6.5v.01M12 12v.01M12 17.5v.01" />`),is=T(_`<path d="M12 19V5.5M6 11l6-6 6 6" />`),Ne=T(_`<path d="m19.5 11.5-7.8 7.8a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4
    4.4l-7.9 7.9a1.5 1.5 0 0 1-2.2-2.2l7.2-7.2" />`),rs=T(_`<path d="m5 19 .9-3.9L16.3 4.7a1.6 1.6 0 0 1 2.3 0l.7.7a1.6 1.6 0 0 1
    0 2.3L8.9 18.1 5 19ZM14.5 6.5l3 3" />`),ns=T(_`<path d="M12 5v13.5M6 13l6 6 6-6" />`),ss=T(_`<circle cx="12" cy="12" r="7.5" /><path d="M12 8v4l2.5 2" />`),os=T(_`<path d="m7 12 0 .01M12 12v.01M17 12v.01" class="dots" />`),as=T(_`<path d="m5.5 12.5 4 4 9-9.5" />`),ls=T(_`<path d="m2.5 12.5 4 4 8.5-9.5M11.5 15.8l.9.7 8.6-9.5" />`),cs=T(_`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5v5.5M12 16.2v.01" />`);function ds(i){return d`<button class="launcher" type="button" aria-expanded="false" @click=${i.opens}>
    ${Zn}
    <span class="launcher-words">
      <span class="launcher-title">${i.title}</span>
      ${i.stateWords?d`<span class="state">${je(i.state)}${i.stateWords}</span>`:f}
    </span>
    ${i.unread?d`<span class="badge" aria-hidden="true">${i.unread}</span>
          <span class="unseen">${i.unreadWords}</span>`:f}
  </button>`}function je(i){return d`<span class="dot ${i}" aria-hidden="true"></span>`}function hs(i,e){return d`<header class="head">
    <div class="head-words">
      <h2 id="title">${i.title}</h2>
      ${e}
    </div>
    ${i.menu?.button()??f}
    ${i.hides?d`<button class="plain" type="button" data-hide aria-label=${i.hideWords}
            title=${i.hideWords} @click=${i.hides}>${zt}</button>`:f}
  </header>`}function ja(i){return i.say(i.desk.state)}function us(i){let{answering:e,place:t}=i.talk.now;return e?d`<p class="standing">${i.say("with",{name:e})}</p>`:t===1?d`<p class="standing">${i.say("place_first")}</p>`:t>1?d`<p class="standing">${i.say("place",{place:t})}</p>`:d`<p class="standing state">${je(i.desk.state)}${ja(i)}</p>`}var za=.1;function qt(i,e,t){let r=i.desk.limits.length,n=r-t.trim().length,s=n<0?i.say("long",{count:-n}):n<r*za?i.say("left",{count:n}):"";return d`<p class=${n<0?"hint wrong":"hint"} id=${e} ?hidden=${!s}>${s}</p>`}function C(i){i.preventDefault(),i.stopPropagation()}var qa={closed:"welcome_closed",unstaffed:"welcome_unstaffed"},Da=/^[^\s@]+@[^\s@]+\.[^\s@]+$/u,Dt=class{constructor(e,t){this.scene=e;this.ask=t}#e="";#t="";#i="";#r=!1;#n=!1;form(){let{desk:e}=this.scene;return d`<form class="asking" novalidate @submit=${this.#l}>
      <div class="welcome">
        <p class="says">${je(e.state)}${e.says}</p>
        <p>${this.scene.say(qa[e.state]??"welcome")}</p>
      </div>
      <label for="question">${this.scene.say("question")}</label>
      <textarea id="question" rows="4" enterkeyhint="send" aria-describedby="question-room"
        .value=${this.#e} @input=${this.#c} @keydown=${this.#d}></textarea>
      ${qt(this.scene,"question-room",this.#e)}
      ${this.#s()}
      <button class="main" type="submit">${this.scene.say("ask")}</button>
      <p class="about">
        <a href=${e.about} target="_blank" rel="noopener">${this.scene.say("about")}</a>
      </p>
    </form>`}#s(){return d`<div class="details">
      <button class="fold" type="button" aria-expanded=${this.#r} aria-controls="details"
        @click=${this.#o}>${es}${this.scene.say("details")}</button>
      <div id="details" ?hidden=${!this.#r}>
        <label for="name">${this.scene.say("name")}</label>
        <input id="name" type="text" autocomplete="nickname" maxlength="60"
          aria-describedby="name-hint" .value=${this.#t}
          @input=${e=>{this.#t=Ji(e)}} />
        <p class="hint" id="name-hint">${this.scene.say("name_hint")}</p>
        <label for="email">${this.scene.say("email")}</label>
        <input id="email" type="email" autocomplete="email" inputmode="email" maxlength="254"
          aria-describedby="email-hint" aria-invalid=${this.#n} .value=${this.#i}
          @input=${e=>{this.#i=Ji(e),this.#n&&=this.#a(),this.scene.refresh()}} />
        <p class=${this.#n?"hint wrong":"hint"} id="email-hint">
          ${this.scene.say(this.#n?"email_wrong":"email_hint")}
        </p>
      </div>
    </div>`}#a(){let e=this.#i.trim();return e!==""&&!Da.test(e)}#o=()=>{this.#r=!this.#r,this.scene.refresh(),this.#r&&this.scene.focusOn("#name")};#c=e=>{this.#e=Ji(e),this.scene.refresh()};#d=e=>{e.key==="Enter"&&!e.shiftKey&&!e.isComposing&&this.#l(e)};#l=e=>{C(e);let t=this.#e.trim();this.#n=this.#a(),this.#n?(this.#r=!0,this.scene.announce(this.scene.say("email_wrong")),this.scene.focusOn("#email")):t===""||t.length>this.scene.desk.limits.length?this.scene.focusOn("#question"):(this.ask(t,{name:this.#t.trim(),email:this.#i.trim()}),this.#e=""),this.scene.refresh()}};function Ji(i){return i.target.value}function fs(i,e){let t=navigator.languages.find(r=>r.startsWith(`${i}-`));return new Intl.DateTimeFormat(t??i,{hour:"numeric",minute:"2-digit"}).format(e)}function ms(i,e,t){let r=It(e,t);if(r<=1)return new Intl.RelativeTimeFormat(i,{numeric:"auto"}).format(-r,"day");let n={weekday:"long",day:"numeric",month:"long"};return new Intl.DateTimeFormat(i,n).format(e)}function It(i,e){return Math.round((ps(e)-ps(i))/864e5)}function ps(i){return new Date(i).setHours(0,0,0,0)}function Ut(i,e){let[t,r]=e<1e6?[e/1e3,"kilobyte"]:[e/1e6,"megabyte"];return new Intl.NumberFormat(i,{style:"unit",unit:r,unitDisplay:"short",maximumFractionDigits:t<10&&r==="megabyte"?1:0}).format(Math.max(t,1))}var ze=class{constructor(e){this.scene=e;this.#e="";this.#t="";this.#i="";this.#r="";this.#n=!1;this.hovers=e=>{!this.scene.talk.now.files||!e.dataTransfer?.types.includes("Files")||(C(e),this.#s(!0))};this.leaves=e=>{e.currentTarget.contains(e.relatedTarget)||this.#s(!1)};this.drops=e=>{this.#n&&(C(e),this.#s(!1),this.#m(e.dataTransfer?.files))};this.#l=e=>{this.#e=e.target.value,this.#r="",this.scene.talk.typing(this.#e.trim()!==""),this.scene.refresh()};this.#h=e=>{e.isComposing||(e.key==="Enter"&&!e.shiftKey?this.#u(e):e.key==="ArrowUp"&&!this.#e&&this.#f()&&C(e))};this.#u=e=>{C(e),this.#d()&&this.#y(this.#e.trim()),this.scene.focusOn("textarea")};this.#v=e=>{e.currentTarget.nextElementSibling.click()};this.#p=e=>{let t=e.target;this.#m(t.files),t.value="",this.scene.focusField()};this.#b=e=>{let t=e.clipboardData?.files;!this.scene.talk.now.files||!t?.length||(C(e),this.#m(t))}}#e;#t;#i;#r;#n;composer(){let e=this.scene.say(this.#i?"edit":"message");return d`<form class="composer" @submit=${this.#u}>
      ${this.#i?this.#a():f}
      ${this.#r?d`<p class="hint wrong">${this.#r}</p>`:f}
      ${qt(this.scene,"message-room",this.#e)}
      <div class="row">
        ${this.scene.talk.now.files&&!this.#i?this.#o():f}
        <div class="grow" data-text=${`${this.#e}
`}>
          <textarea rows="1" enterkeyhint="send" aria-label=${e} placeholder=${e}
            aria-describedby="message-room" .value=${this.#e} @input=${this.#l}
            @keydown=${this.#h} @paste=${this.#b}></textarea>
        </div>
        ${this.#c()}
      </div>
    </form>`}dropPlace(){return this.#n?d`<div class="drop">${Ne}${this.scene.say("drop")}</div>`:f}edit(e){this.#i||(this.#t=this.#e),this.#i=e.id,this.#e=e.text,this.scene.focusOn("textarea")}leaveEdit(){return this.#i?(this.#i="",this.#e=this.#t,this.#t="",this.scene.focusOn("textarea"),!0):!1}#s(e){e!==this.#n&&(this.#n=e,this.scene.refresh())}#a(){let e=this.scene.say("cancel");return d`<div class="editing">
      <span>${this.scene.say("edit")}</span>
      <button class="quiet" type="button" aria-label=${e} title=${e}
        @click=${()=>this.leaveEdit()}>${zt}</button>
    </div>`}#o(){let e=this.scene.say("attach");return d`<button class="quiet" type="button" data-attach aria-label=${e} title=${e}
        @click=${this.#v}>${Ne}</button>
      <input type="file" multiple hidden @change=${this.#p} />`}#c(){let e=this.scene.say(this.#i?"save":"send"),t=this.#d()?"ready":"";return d`<button class="send ${t}" type="submit" aria-label=${e} title=${e}>
      ${is}
    </button>`}#d(){let{length:e}=this.#e.trim();return e>0&&e<=this.scene.desk.limits.length}#l;#h;#f(){let{correctable:e,now:t}=this.scene.talk,r=t.lines.find(n=>n.id===e);return r&&this.edit(r),r!==void 0}#u;#y(e){let{talk:t}=this.scene;this.#i?(t.now.lines.find(n=>n.id===this.#i)?.text!==e&&t.correct(this.#i,e),this.leaveEdit()):(t.say(e),this.#e="",t.typing(!1))}#v;#p;#b;#m(e){let{desk:t,talk:r}=this.scene;this.#r="";for(let n of e??[]){if(n.size<=t.limits.file){r.send(n);continue}let s=Ut(t.language,t.limits.file);this.#r=this.scene.say("file_large",{name:n.name,size:s}),this.scene.announce(this.#r)}this.scene.refresh()}};var{I:Ia}=vr,gs=i=>i;var vs=i=>i.strings===void 0,ys=()=>document.createComment(""),ge=(i,e,t)=>{let r=i._$AA.parentNode,n=e===void 0?i._$AB:e._$AA;if(t===void 0){let s=r.insertBefore(ys(),n),o=r.insertBefore(ys(),n);t=new Ia(s,o,i,i.options)}else{let s=t._$AB.nextSibling,o=t._$AM,l=o!==i;if(l){let a;t._$AQ?.(i),t._$AM=i,t._$AP!==void 0&&(a=i._$AU)!==o._$AU&&t._$AP(a)}if(s!==n||l){let a=t._$AA;for(;a!==s;){let c=gs(a).nextSibling;gs(r).insertBefore(a,n),a=c}}}return t},Y=(i,e,t=i)=>(i._$AI(e,t),i),Ua={},bs=(i,e=Ua)=>i._$AH=e,ws=i=>i._$AH,Ht=i=>{i._$AR(),i._$AA.remove()};var Wt={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},qe=i=>(...e)=>({_$litDirective$:i,values:e}),ye=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,r){this._$Ct=e,this._$AM=t,this._$Ci=r}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}};var De=(i,e)=>{let t=i._$AN;if(t===void 0)return!1;for(let r of t)r._$AO?.(e,!1),De(r,e);return!0},Ft=i=>{let e,t;do{if((e=i._$AM)===void 0)break;t=e._$AN,t.delete(i),i=e}while(t?.size===0)},xs=i=>{for(let e;e=i._$AM;i=e){let t=e._$AN;if(t===void 0)e._$AN=t=new Set;else if(t.has(i))break;t.add(i),Fa(e)}};function Ha(i){this._$AN!==void 0?(Ft(this),this._$AM=i,xs(this)):this._$AM=i}function Wa(i,e=!1,t=0){let r=this._$AH,n=this._$AN;if(n!==void 0&&n.size!==0)if(e)if(Array.isArray(r))for(let s=t;s<r.length;s++)De(r[s],!1),Ft(r[s]);else r!=null&&(De(r,!1),Ft(r));else De(this,i)}var Fa=i=>{i.type==Wt.CHILD&&(i._$AP??=Wa,i._$AQ??=Ha)},Gt=class extends ye{constructor(){super(...arguments),this._$AN=void 0}_$AT(e,t,r){super._$AT(e,t,r),xs(this),this.isConnected=e._$AU}_$AO(e,t=!0){e!==this.isConnected&&(this.isConnected=e,e?this.reconnected?.():this.disconnected?.()),t&&(De(this,e),Ft(this))}setValue(e){if(vs(this._$Ct))this._$Ct._$AI(e,this);else{let t=[...this._$Ct._$AH];t[this._$Ci]=e,this._$Ct._$AI(t,this,0)}}disconnected(){}reconnected(){}};var ks=()=>new Zi,Zi=class{},Qi=new WeakMap,$s=qe(class extends Gt{render(i){return f}update(i,[e]){let t=e!==this.G;return t&&this.rt(void 0),(t||this.lt!==this.ct)&&(this.G=e,this.ht=i.options?.host,this.rt(this.ct=i.element)),f}rt(i){if(this.G!==void 0)if(this.isConnected||(i=void 0),typeof this.G=="function"){let e=this.ht??globalThis,t=Qi.get(e);t===void 0&&(t=new WeakMap,Qi.set(e,t)),t.get(this.G)!==void 0&&this.G.call(this.ht,void 0),t.set(this.G,i),i!==void 0&&this.G.call(this.ht,i)}else this.G.value=i}get lt(){return typeof this.G=="function"?Qi.get(this.ht??globalThis)?.get(this.G):this.G?.value}disconnected(){this.lt===this.ct&&this.rt(void 0)}reconnected(){this.rt(this.ct)}});var Ss=(i,e,t)=>{let r=new Map;for(let n=e;n<=t;n++)r.set(i[n],n);return r},Es=qe(class extends ye{constructor(i){if(super(i),i.type!==Wt.CHILD)throw Error("repeat() can only be used in text expressions")}dt(i,e,t){let r;t===void 0?t=e:e!==void 0&&(r=e);let n=[],s=[],o=0;for(let l of i)n[o]=r?r(l,o):o,s[o]=t(l,o),o++;return{values:s,keys:n}}render(i,e,t){return this.dt(i,e,t).values}update(i,[e,t,r]){let n=ws(i),{values:s,keys:o}=this.dt(e,t,r);if(!Array.isArray(n))return this.ut=o,s;let l=this.ut??=[],a=[],c,y,g=0,b=n.length-1,m=0,p=s.length-1;for(;g<=b&&m<=p;)if(n[g]===null)g++;else if(n[b]===null)b--;else if(l[g]===o[m])a[m]=Y(n[g],s[m]),g++,m++;else if(l[b]===o[p])a[p]=Y(n[b],s[p]),b--,p--;else if(l[g]===o[p])a[p]=Y(n[g],s[p]),ge(i,a[p+1],n[g]),g++,p--;else if(l[b]===o[m])a[m]=Y(n[b],s[m]),ge(i,n[g],n[b]),b--,m++;else if(c===void 0&&(c=Ss(o,m,p),y=Ss(l,g,b)),c.has(l[g]))if(c.has(l[b])){let k=y.get(o[m]),w=k!==void 0?n[k]:null;if(w===null){let v=ge(i,n[g]);Y(v,s[m]),a[m]=v}else a[m]=Y(w,s[m]),ge(i,n[g],w),n[k]=null;m++}else Ht(n[b]),b--;else Ht(n[g]),g++;for(;m<=p;){let k=ge(i,a[p+1]);Y(k,s[m]),a[m++]=k}for(;g<=b;){let k=n[g++];k!==null&&Ht(k)}return this.ut=o,bs(i,a),H}});var Ga=/https?:\/\/[^\s<>"'`]+/giu,Ba=/[.,;:!?…'"’”»\]}]+$/u,Xa=/(?<![^\s*_~`])([*_~`])(?!\s|\1)((?:(?!\1).)*?\S)\1(?![\p{L}\p{N}])/gu,Va={"*":"strong",_:"emphasis","~":"struck","`":"code"};function Ts(i){let e=[],t=!1;for(let r of i.split(`
`)){if(r.startsWith("```")){t=!t,t&&e.push({kind:"preformatted",lines:[]});continue}let n=t?"preformatted":r.startsWith(">")?"quote":"paragraph",s=e.at(-1),o=n==="quote"?r.replace(/^>\s?/,""):r;s?.kind===n?s.lines.push(o):e.push({kind:n,lines:[o]})}return e.map(({kind:r,lines:n})=>({kind:r,text:n.join(`
`).replace(/^\n+|\s+$/g,"")})).filter(r=>r.text!=="").map(({kind:r,text:n})=>({kind:r,spans:r==="preformatted"?[{kind:"plain",text:n}]:Ka(n)}))}function Ka(i){let e=[],t=0;for(let r of i.matchAll(Ga)){let n=Ya(r[0]);Ja(n)&&(e.push(...As(i.slice(t,r.index)),{kind:"link",text:n,href:n}),t=r.index+n.length)}return[...e,...As(i.slice(t))]}function Ya(i){let e=i;for(;;){let t=e.replace(Ba,""),n=t.endsWith(")")&&_s(t,"(")<_s(t,")")?t.slice(0,-1):t;if(n===e)return e;e=n}}function Ja(i){try{return new URL(i).hostname!==""}catch{return!1}}function _s(i,e){return i.split(e).length-1}function As(i){let e=[],t=0;for(let r of i.matchAll(Xa)){let n=Va[r[1]];r.index>t&&e.push({kind:"plain",text:i.slice(t,r.index)}),e.push({kind:n,text:r[2]??""}),t=r.index+r[0].length}return t<i.length&&e.push({kind:"plain",text:i.slice(t)}),e}var Qa={sending:ss,sent:os,kept:as,read:ls,failed:cs};function Cs(i,e,t,r){let n=Za(i,e),s=fs(i.desk.language,e.at);return d`<li class="line ${e.from}" data-id=${e.id}>
    ${t.day?d`<p class="day">${t.day}</p>`:f}
    ${t.first?d`<p class="who" aria-hidden="true">
            ${e.from==="me"?f:d`<span class="name" dir="auto">${n}</span>`}
            <time>${s}</time>
          </p>`:f}
    <div class="said">
      <div class="bubble">
        <span class="unseen">${n}${t.first?`, ${s}`:""}: </span>
        ${el(i,e)}
      </div>
      ${sl(i,e)}
      ${e.from==="me"?ol(i,e):f}
      ${e.from==="me"&&e.id===i.talk.correctable?d`<button class="quiet" type="button" data-edit aria-label=${i.say("edit")}
              title=${i.say("edit")} @click=${()=>r.edit(e)}>${rs}</button>`:f}
    </div>
    ${e.mark==="failed"?al(i,e,r):f}
  </li>`}function Za(i,e){return e.from==="me"?i.say("you"):e.nick||i.desk.title}function el(i,e){if(e.retracted)return d`<p class="gone">${i.say("retracted")}</p>`;let t=e.file??(e.url?nl(e.url):void 0),r=e.text.trim()===e.url;return d`${e.text&&!r?d`<div class="text" dir="auto">${Ts(e.text).map(tl)}</div>`:f}
    ${t?rl(i,t,e.url):f}
    ${e.corrected?d`<p class="changed">${i.say("corrected")}</p>`:f}`}function tl(i){let e=i.spans.map(il);switch(i.kind){case"quote":return d`<blockquote>${e}</blockquote>`;case"preformatted":return d`<pre>${e}</pre>`;case"paragraph":return d`<p>${e}</p>`}}function il(i){switch(i.kind){case"plain":return i.text;case"link":return d`<a href=${i.href} target="_blank" rel="noopener noreferrer">${i.text}</a>`;case"strong":return d`<strong>${Bt("*",i.text)}</strong>`;case"emphasis":return d`<em>${Bt("_",i.text)}</em>`;case"struck":return d`<s>${Bt("~",i.text)}</s>`;case"code":return d`<code>${Bt("`",i.text)}</code>`}}function Bt(i,e){return d`<span class="sign">${i}</span>${e}<span class="sign">${i}</span>`}function rl(i,e,t){let r=d`${Ne}<span class="file-name" dir="auto">${e.name}</span>
    ${e.size?d`<span class="file-size">${Ut(i.desk.language,e.size)}</span>`:f}`;return e.progress<1?d`<div class="file">${r}</div>
      <progress max="1" .value=${e.progress}
        aria-label=${i.say("uploading",{name:e.name})}></progress>`:t?d`<a class="file" href=${t} target="_blank" rel="noopener noreferrer">${r}</a>`:d`<div class="file">${r}</div>`}function nl(i){let{pathname:e,host:t}=new URL(i),r=e.split("/").at(-1)||t;try{return{name:decodeURIComponent(r),size:0,progress:1}}catch{return{name:r,size:0,progress:1}}}function sl(i,e){if(!e.reactions.length)return f;let t=e.reactions.join(" "),r=i.say("reactions",{reactions:t});return d`<span class="reactions" role="img" aria-label=${r}>${t}</span>`}function ol(i,e){let t=i.say(e.mark);return d`<span class="mark ${e.mark}" role="img" aria-label=${t} title=${t}>
    ${Qa[e.mark]}
  </span>`}function al(i,e,t){return d`<p class="failure">
    ${e.failure||i.say("failed")}
    <button class="small" type="button" data-again @click=${()=>t.again(e)}>
      ${i.say("again")}
    </button>
  </p>`}var ll=300*1e3,cl=48,Xt=class{constructor(e,t){this.scene=e;this.doing=t}#e=ks();#t=!0;#i;#r="";#n=new Set;#s=!0;log(){let{lines:e,typing:t}=this.scene.talk.now;return d`<div class="log-place">
        <div class="log" role="log" aria-live=${this.#s?"off":"polite"} aria-relevant="additions" aria-label=${this.scene.say("log")}
          tabindex="0" ${$s(this.#e)} @scroll=${this.#h}>
          <ul>
            ${Es(e,dl,(r,n)=>Cs(this.scene,r,ul(this.scene,e,n),this.doing))}
          </ul>
          ${t?this.#a():f}
        </div>
        ${this.#t?f:this.#c()}
      </div>
      ${this.#o(hl(e))}`}#a(){let{answering:e}=this.scene.talk.now,t=e?this.scene.say("typing",{name:e}):this.scene.say("typing_somebody");return d`<p class="typing" aria-live="off">
      <span class="typing-dots" aria-hidden="true"><i></i><i></i><i></i></span>${t}
    </p>`}#o(e){return e.length?d`<div class="choices" role="group" aria-label=${this.scene.say("choices")}>
      ${e.map(t=>d`<button class="choice" type="button" @click=${()=>this.#d(t)}>
            <span dir="auto">${t.label}</span>
          </button>`)}
    </div>`:f}#c(){let e=this.scene.say("latest");return d`<button class="to-end" type="button" aria-label=${e} title=${e}
      @click=${()=>this.toEnd()}>
      ${ns}
    </button>`}#d(e){this.scene.talk.choose(e),this.scene.focusField()}toEnd(){this.#t=!0;let e=this.#e.value;e&&(e.scrollTop=e.scrollHeight),this.scene.refresh()}drawn(){this.#u(),this.#f();let e=this.#e.value,t=this.scene.talk.now.lines.at(-1);if(!e){this.#i=void 0,this.#r="";return}let r=t?.id!==this.#i?.id,n=this.#i===void 0;this.#i=t,r&&t?.from==="me"&&(this.#t=!0);let s=`${e.scrollHeight} ${e.clientHeight}`;this.#t&&s!==this.#r&&(e.scrollTop=n?e.scrollHeight:this.#l(e,r)),this.#r=s,this.#t&&document.visibilityState==="visible"&&this.scene.talk.seen()}#l(e,t){let r=e.scrollHeight-e.clientHeight,n=e.querySelector("li:last-child > .said");return t&&n?Math.min(r,n.offsetTop-8):r}#h=()=>{let e=this.#e.value;if(!e)return;let t=e.scrollHeight-e.clientHeight-e.scrollTop<cl;t!==this.#t&&(this.#t=t,this.scene.refresh())};#f(){let{link:e,catchingUp:t}=this.scene.talk.now;!this.#s||e!=="online"||t||(this.#s=!1,requestAnimationFrame(()=>this.scene.refresh()))}#u(){for(let{id:e,mark:t,failure:r}of this.scene.talk.now.lines)t!=="failed"||this.#n.has(e)||(this.#n.add(e),this.scene.announce(r||this.scene.say("failed")))}};function dl(i){return i.from!=="me"&&i.corrected?`${i.id} ${i.text}`:i.id}function hl(i){let e=[];for(let t of i)t.from==="me"?e=[]:t.choices.length&&(e=t.choices);return e}function ul(i,e,t){let r=e[t],n=e[t-1],s=n?It(n.at,r.at)!==0:It(r.at,Date.now())>0;return{first:s||!n||!pl(n,r),day:s?ms(i.desk.language,r.at,Date.now()):""}}function pl(i,e){return i.from===e.from&&i.nick===e.nick&&e.at-i.at<ll}var Vt=class{constructor(e){this.scene=e}#e=!1;#t=!1;#i=!1;#r=!1;get confirming(){return this.#t}fold(){let e=this.#e||this.#t;return this.#e=this.#t=!1,e&&this.#h(),e}button(){let e=this.scene.say("menu");return d`<div class="menu-place" @focusout=${this.#d}>
      <button class="plain" type="button" data-menu aria-expanded=${this.#e} aria-controls="menu"
        aria-label=${e} title=${e} @click=${this.#c}>${ts}</button>
      <div class="menu" id="menu" ?hidden=${!this.#e} @keydown=${this.#l}>
        ${this.#n("transcript",()=>this.#s("transcript","transcript"))}
        ${this.#n("end",()=>this.#s("bye","end"))}
        ${this.#n("forget",()=>this.#a())}
      </div>
    </div>`}question(){return this.#t?d`<div class="confirm" role="alertdialog" aria-labelledby="forget-title"
      aria-describedby="forget-words">
      <h3 id="forget-title">${this.scene.say("forget")}</h3>
      <p id="forget-words">${this.scene.say(this.#r?"forget_failed":"forget_sure")}</p>
      <div class="row">
        <button class="small" type="button" data-cancel @click=${()=>this.fold()}>
          ${this.scene.say("cancel")}
        </button>
        <button class="small grave" type="button" data-forget aria-busy=${this.#i} @click=${this.#o}>
          ${this.scene.say("forget")}
        </button>
      </div>
    </div>`:f}#n(e,t){return d`<button type="button" data-item=${e} @click=${t}>${this.scene.say(e)}</button>`}#s(e,t){this.#e=!1,this.scene.talk.choose({value:e,label:this.scene.say(t)}),this.scene.focusField()}#a(){this.#e=this.#r=!1,this.#t=!0,this.scene.focusOn("[data-cancel]")}#o=async()=>{if(!this.#i){this.#i=!0,this.scene.refresh();try{await this.scene.talk.forget(),this.#t=!1,this.scene.announce(this.scene.say("forgotten")),this.scene.focusField()}catch{this.#r=!0,this.scene.announce(this.scene.say("forget_failed")),this.scene.focusOn("[data-cancel]")}this.#i=!1,this.scene.refresh()}};#c=()=>{this.#e=!this.#e,this.scene.refresh()};#d=e=>{let t=e.currentTarget;!this.#e||t.contains(e.relatedTarget)||(this.#e=!1,this.scene.refresh())};#l=e=>{let t=e.key==="ArrowDown"?1:e.key==="ArrowUp"?-1:0;if(!t)return;C(e);let r=[...e.currentTarget.querySelectorAll("button")],n=r.indexOf(e.target);r[(n+t+r.length)%r.length]?.focus()};#h(){this.scene.focusOn("[data-menu]")}};var fl=1e4,Kt=class{constructor(e,t){this.scene=e;this.again=t}#e;#t=!1;notice(){return this.#r(),d`<div class="notice-place" role="status">${this.#i()}</div>`}#i(){let{link:e,lines:t,catchingUp:r}=this.scene.talk.now;return e==="lost"||this.#t?Ls(this.scene.say("lost")):e==="connecting"||r&&!t.length?Ls(this.scene.say("connecting")):e!=="refused"?f:d`<p class="notice">
      ${this.scene.say("refused")}
      <button class="small" type="button" @click=${this.again}>${this.scene.say("again")}</button>
    </p>`}#r(){this.scene.talk.now.link!=="connecting"?(clearTimeout(this.#e),this.#e=void 0,this.#t=!1):this.#e??=setTimeout(()=>{this.#t=!0,this.scene.refresh()},fl)}};function Ls(i){return d`<p class="notice"><span class="turning" aria-hidden="true"></span>${i}</p>`}var Rs={name:"",email:""},Yt=class{constructor(e){this.scene=e;this.menu=new Vt(e),this.#e=new Kt(e,()=>this.#l()),this.#t=this.#o(),this.#i=new ze(e),this.#r=this.#c(),e.talk.begun&&this.#l()}#e;#t;#i;#r;#n=Rs;#s=!1;get begun(){let{begun:e,now:t}=this.scene.talk;return e||t.lines.length>0}standing(){return this.begun?us(this.scene):f}body(){this.#s&&!this.begun&&this.#a(),this.#s=this.begun;let e=this.#i,t=this.menu.confirming;return d`<div class="body" ?inert=${t}
        @dragenter=${e.hovers} @dragover=${e.hovers}
        @dragleave=${e.leaves} @drop=${e.drops}>
        ${this.#e.notice()}
        ${this.begun?d`${this.#r.log()}${e.composer()}`:this.#t.form()}
        ${e.dropPlace()}
      </div>
      ${this.menu.question()}`}back(){return this.menu.fold()||this.#i.leaveEdit()}drawn(){this.#r.drawn()}#a(){this.#n=Rs,this.#t=this.#o(),this.#i=new ze(this.scene),this.#r=this.#c()}#o(){return new Dt(this.scene,(e,t)=>this.#d(e,t))}#c(){return new Xt(this.scene,{edit:e=>this.#i.edit(e),again:({id:e})=>this.scene.talk.again(e)})}#d(e,t){this.#n=t,this.#l(),this.scene.talk.say(e),this.scene.focusField()}#l(){this.scene.talk.open(this.#n).catch(()=>this.scene.refresh())}};function er(i,e){let t=`imref-open-${i}`;try{return e!==void 0&&sessionStorage.setItem(t,e?"1":""),sessionStorage.getItem(t)==="1"}catch{return!1}}var ml="(max-width: 480px), (max-height: 480px)",Jt=class{constructor(e){this.changed=e;this.styles=new CSSStyleSheet;this.#e=window.matchMedia(ml);this.#t=()=>{let e=window.visualViewport;e?.scale===1&&this.styles.replaceSync(`:host { --height: ${Math.round(e.height)}px; --top: ${Math.round(e.offsetTop)}px; }`)}}#e;get covers(){return this.#e.matches}watch(){this.#e.addEventListener("change",this.changed),window.visualViewport?.addEventListener("resize",this.#t),window.visualViewport?.addEventListener("scroll",this.#t),this.#t()}leave(){this.#e.removeEventListener("change",this.changed),window.visualViewport?.removeEventListener("resize",this.#t),window.visualViewport?.removeEventListener("scroll",this.#t)}#t},gl="a[href], button, input:not([hidden]), textarea, [tabindex='0']";function Ps(i){let t=[...i.currentTarget.querySelectorAll(gl)].filter(yl),r=i.shiftKey?t[0]:t.at(-1),n=i.shiftKey?t.at(-1):t[0];i.target!==r&&t.includes(i.target)||(i.preventDefault(),n?.focus())}function yl(i){return i.getClientRects().length>0&&!i.closest("[inert]")}var Ms=P`
  .asking {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 0.45em;
    min-block-size: 0;
    padding: 1.2em 1.2em 1em;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .welcome { display: grid; gap: 0.4em; margin-block-end: 0.6em; }
  .says { font-weight: 600; font-size: 1.0625em; }
  .says .dot { margin-inline-end: 0.5em; }
  .asking label { font-weight: 600; font-size: 0.9375em; }
  .asking textarea { flex: 1 0 6.5em; max-block-size: 11em; }
  .asking .hint { margin-block-end: 0.3em; }

  .fold {
    display: flex;
    align-items: center;
    gap: 0.35em;
    margin-inline-start: -0.25em;
    padding: 0.5em 0.4em 0.5em 0.2em;
    border-radius: 0.5em;
    color: var(--accent);
    text-align: start;
    font-size: 0.9375em;
  }
  @media (hover: hover) { .fold:hover { text-decoration: underline; text-underline-offset: 0.2em; } }
  .fold .icon { transition: transform 150ms; transform: rotate(-90deg); }
  [dir="rtl"] .fold .icon { transform: rotate(90deg); }
  .fold[aria-expanded="true"] .icon { transform: none; }
  #details { display: grid; gap: 0.3em; padding-block: 0.2em 0.4em; }

  .about { font-size: 0.875em; text-align: center; padding-block-start: 0.3em; }
  .asking .main { margin-block-start: 0.2em; }
`;var Os=P`
  .composer {
    flex: none;
    display: grid;
    gap: 0.35em;
    padding: 0.6em 0.7em 0.7em;
    border-block-start: 1px solid var(--line);
    background: var(--surface);
  }
  .composer .row { align-items: end; gap: 0.35em; }
  .composer .hint { padding-inline: 0.5em; }

  /* The field is as high as its text: a copy of the text, unseen, holds it open. */
  .grow { display: grid; flex: 1; min-inline-size: 0; max-block-size: 9em; overflow: hidden; }
  .grow::after {
    content: attr(data-text);
    visibility: hidden;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    border: 1px solid transparent;
    padding: 0.6em 0.8em;
  }
  .grow > textarea, .grow::after { grid-area: 1 / 1; min-block-size: 2.75em; max-block-size: 9em; }
  .grow > textarea { overflow-y: auto; border-radius: 1.2em; }
  .grow > textarea:focus-visible { outline-offset: -2px; }

  .send { border-radius: 50%; color: var(--muted); }
  .send.ready { background: var(--accent); color: var(--on-accent); }

  .editing {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding-inline-start: 0.5em;
    color: var(--accent);
    font-size: 0.875em;
    font-weight: 600;
  }

  .drop {
    position: absolute;
    z-index: 1;
    inset: 0.6em;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 0.6em;
    border: 2px dashed var(--accent);
    border-radius: 0.9em;
    background: var(--surface);
    color: var(--accent);
    font-weight: 600;
    pointer-events: none;
  }
`;var Ns=P`
  .launcher, .window { position: fixed; z-index: 2147483000; inset-block-end: 1.25em; }
  .end > * { inset-inline-end: 1.25em; }
  .start > * { inset-inline-start: 1.25em; }

  .launcher {
    display: flex;
    align-items: center;
    gap: 0.7em;
    padding: 0.65em 1.15em 0.65em 0.95em;
    max-inline-size: calc(100vw - 2.5em);
    margin-block-end: env(safe-area-inset-bottom);
    border-radius: 999px;
    background: var(--brand);
    color: var(--on-brand);
    box-shadow: 0 1px 2px rgb(0 0 0 / 20%), 0 6px 20px rgb(0 0 0 / 18%);
    transition: box-shadow 150ms, transform 150ms;
  }
  @media (hover: hover) { .launcher:hover { transform: translateY(-1px); box-shadow: 0 2px 4px rgb(0 0 0 / 20%), 0 10px 28px rgb(0 0 0 / 22%); } }
  .launcher:focus-visible { outline: 3px solid var(--on-brand); outline-offset: -5px; }
  .launcher-words { display: grid; text-align: start; line-height: 1.25; }
  .launcher-title { font-weight: 600; }
  .launcher .state { font-size: 0.8125em; }
  .badge {
    position: absolute;
    inset-block-start: -0.45em;
    inset-inline-end: -0.15em;
    min-inline-size: 1.65em;
    padding: 0 0.4em;
    border: 2px solid #fff;
    border-radius: 999px;
    background: #b3261e;
    color: #fff;
    font-size: 0.8125em;
    font-weight: 700;
    line-height: 1.5;
    text-align: center;
  }

  .window {
    display: flex;
    flex-direction: column;
    inline-size: 25.5em;
    max-inline-size: calc(100vw - 2.5em);
    block-size: min(42em, 100vh - 2.5em);
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: 1.1em;
    background: var(--ground);
    color: var(--ink);
    box-shadow: 0 2px 6px rgb(0 0 0 / 12%), 0 18px 50px rgb(0 0 0 / 22%);
    outline: none;
    animation: rise 180ms ease-out;
  }
  @keyframes rise { from { transform: translateY(0.75em); opacity: 0; } }

  .imref.inline { block-size: 100%; }
  .inline > .window {
    position: relative;
    inset: auto;
    z-index: 0;
    inline-size: 100%;
    max-inline-size: none;
    block-size: 100%;
    min-block-size: 24em;
    box-shadow: none;
    animation: none;
  }

  @media (max-width: 480px), (max-height: 480px) {
    .end > .window, .start > .window {
      inset-inline: 0;
      inset-block: var(--top, 0) auto;
      inline-size: 100%;
      max-inline-size: none;
      block-size: var(--height, 100dvh);
      padding-block-end: env(safe-area-inset-bottom);
      padding-inline: env(safe-area-inset-left) env(safe-area-inset-right);
      border: 0;
      border-radius: 0;
    }
    .end > .window > .head, .start > .window > .head {
      padding-block-start: calc(0.7em + env(safe-area-inset-top));
    }
  }

  .head {
    display: flex;
    align-items: center;
    gap: 0.15em;
    flex: none;
    padding-block: 0.7em 0.75em;
    padding-inline: 1.1em 0.5em;
    background: var(--brand);
    color: var(--on-brand);
  }
  .head-words { flex: 1; min-inline-size: 0; line-height: 1.3; }
  h2 { font-size: 1.0625em; font-weight: 650; overflow-wrap: anywhere; }
  .standing { font-size: 0.875em; }
  .head .plain { color: var(--on-brand); }
  @media (hover: hover) { .head .plain:hover { background: rgb(127 127 127 / 28%); } }
  .head .plain:focus-visible { outline-color: var(--on-brand); outline-offset: -3px; }

  .menu-place { position: relative; }
  .menu {
    position: absolute;
    z-index: 2;
    inset-block-start: calc(100% + 0.35em);
    inset-inline-end: 0;
    display: grid;
    min-inline-size: 14em;
    max-inline-size: 80vw;
    padding: 0.35em;
    border: 1px solid var(--line);
    border-radius: 0.8em;
    background: var(--surface);
    color: var(--ink);
    box-shadow: 0 8px 28px rgb(0 0 0 / 22%);
  }
  .menu button { padding: 0.6em 0.8em; border-radius: 0.55em; text-align: start; }
  @media (hover: hover) { .menu button:hover { background: var(--ground); } }
  .menu button:focus-visible { outline-offset: -2px; }

  .body {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }
  .notice-place { flex: none; }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 0.7em;
    padding: 0.6em 1.1em;
    border-block-end: 1px solid var(--line);
    background: var(--surface);
    font-size: 0.9375em;
  }
  .turning {
    flex: none;
    inline-size: 0.9em;
    block-size: 0.9em;
    border: 2px solid var(--line);
    border-block-start-color: var(--accent);
    border-radius: 50%;
    animation: turn 1.1s linear infinite;
  }
  .notice .turning { align-self: start; margin-block-start: 0.3em; }
  .notice:has(.turning) { flex-wrap: nowrap; }
  @keyframes turn { to { transform: rotate(1turn); } }

  .confirm {
    position: absolute;
    z-index: 3;
    inset-inline: 1em;
    inset-block-start: 5.5em;
    display: grid;
    gap: 0.7em;
    padding: 1.1em 1.2em;
    border: 1px solid var(--line);
    border-radius: 1em;
    background: var(--surface);
    box-shadow: 0 8px 40px rgb(0 0 0 / 30%);
  }
  .confirm h3 { font-size: 1.0625em; font-weight: 650; }
  .confirm .row { justify-content: flex-end; flex-wrap: wrap; }
  .confirm .small { padding: 0.6em 1em; font-size: 0.9375em; }
  .confirm [aria-busy="true"] { cursor: progress; opacity: 0.6; }
  .body[inert] { opacity: 0.35; }

  .unreachable {
    display: grid;
    flex: 1;
    align-content: center;
    justify-items: center;
    gap: 1.2em;
    padding: 2em;
    text-align: center;
  }

  @media print { .imref { display: none; } }
`;var js=P`
  :host {
    all: initial;
    display: block;
    font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
    font-size: medium;
    line-height: 1.45;
    color: var(--ink);
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  :host([hidden]) { display: none; }
  :host([position="inline"]) { block-size: 100%; }

  *, *::before, *::after { box-sizing: border-box; }
  h2, h3, p, ul, pre, blockquote { margin: 0; padding: 0; }
  ul { list-style: none; }
  [hidden] { display: none !important; }
  a { color: var(--accent); text-underline-offset: 0.15em; overflow-wrap: anywhere; }

  button, input, textarea { font: inherit; letter-spacing: inherit; color: inherit; margin: 0; }
  button { cursor: pointer; border: 1px solid transparent; background: none; padding: 0; }
  input, textarea {
    inline-size: 100%;
    padding: 0.6em 0.8em;
    border: 1px solid var(--edge);
    border-radius: 0.7em;
    background: var(--surface);
    color: var(--ink);
  }
  textarea { resize: none; display: block; }
  ::placeholder { color: var(--muted); opacity: 1; }
  [aria-invalid="true"] { border-color: var(--alarm); }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  input:focus-visible, textarea:focus-visible { outline-offset: -1px; border-color: var(--accent); }

  .icon {
    inline-size: 1.4em;
    block-size: 1.4em;
    flex: none;
    display: block;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.7;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon .dots { stroke-width: 2.6; }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .row { display: flex; align-items: center; gap: 0.5em; }

  .main, .small {
    border-radius: 0.7em;
    font-weight: 600;
    background: var(--accent);
    color: var(--on-accent);
  }
  .main { padding: 0.7em 1.1em; }
  .small { padding: 0.35em 0.8em; font-size: 0.875em; }
  @media (hover: hover) { .main:hover, .small:hover { filter: brightness(1.08); } }
  .small[data-cancel] {
    background: var(--surface);
    color: var(--ink);
    border-color: var(--edge);
  }
  .small.grave { background: var(--alarm); color: var(--surface); }

  .quiet, .plain, .send {
    display: grid;
    place-content: center;
    flex: none;
    inline-size: 2.75em;
    block-size: 2.75em;
    border-radius: 0.7em;
  }
  .quiet { color: var(--muted); }
  @media (hover: hover) { .quiet:hover { color: var(--ink); background: var(--line); } }

  .hint { font-size: 0.875em; color: var(--muted); }
  .wrong { color: var(--alarm); }

  .dot {
    display: inline-block;
    inline-size: 0.6em;
    block-size: 0.6em;
    border-radius: 50%;
    background: #8a9099;
  }
  .launcher .dot, .head .dot { margin-inline: 0.15em; box-shadow: 0 0 0 0.13em #fff; }
  .dot.open { background: #1f9d55; }
  .dot.busy { background: #d97706; }
  .state { display: inline-flex; align-items: center; gap: 0.4em; }

  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation: none !important; transition: none !important; }
  }
`;var zs=P`
  .log-place { position: relative; display: flex; flex: 1; flex-direction: column; min-block-size: 0; }
  .log {
    position: relative;
    flex: 1;
    min-block-size: 0;
    padding: 0.9em 1em 1em;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .log:focus-visible { outline-offset: -3px; }
  .line { margin-block-start: 0.3em; }
  .line:has(> .who) { margin-block-start: 1.05em; }
  .line:first-child { margin-block-start: 0; }

  .day {
    margin-block: 1em 0.9em;
    color: var(--muted);
    font-size: 0.8125em;
    text-align: center;
  }
  .line:first-child .day { margin-block-start: 0; }

  .who { margin-block-end: 0.2em; padding-inline: 0.2em; font-size: 0.8125em; color: var(--muted); }
  .who .name { font-weight: 600; color: var(--ink); margin-inline-end: 0.35em; }
  .me .who { text-align: end; }

  .said { display: flex; align-items: end; gap: 0.3em; flex-wrap: wrap; }
  .me .said { flex-direction: row-reverse; }
  .bubble {
    position: relative;
    max-inline-size: min(86%, 34em);
    padding: 0.5em 0.85em;
    border: 1px solid var(--line);
    border-radius: 1.05em;
    background: var(--surface);
  }
  .me .bubble { max-inline-size: 80%; background: var(--mine); border-end-end-radius: 0.3em; }
  .librarian .bubble { border-end-start-radius: 0.3em; }
  .desk .bubble {
    max-inline-size: 96%;
    padding-block: 0.1em;
    padding-inline: 0.85em 0;
    border: 0;
    border-inline-start: 3px solid var(--accent);
    border-radius: 0;
    background: none;
  }

  .text { white-space: pre-wrap; overflow-wrap: anywhere; }
  .text > * + * { margin-block-start: 0.45em; }
  .text blockquote {
    padding-inline-start: 0.7em;
    border-inline-start: 2px solid var(--edge);
    color: var(--muted);
  }
  .text pre { overflow-x: auto; white-space: pre-wrap; }
  .text pre, .text code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: 0.9em; }
  .sign { color: var(--muted); font-weight: 400; font-style: normal; }
  s .sign { text-decoration: none; }
  .gone { color: var(--muted); font-style: italic; }
  .changed { color: var(--muted); font-size: 0.8125em; }

  .file {
    display: flex;
    align-items: center;
    gap: 0.45em;
    padding-block: 0.15em;
    color: inherit;
    font-weight: 500;
  }
  a.file { color: var(--accent); }
  .text + .file { margin-block-start: 0.3em; }
  .file-name { min-inline-size: 0; overflow-wrap: anywhere; }
  .file-size { flex: none; color: var(--muted); font-weight: 400; font-size: 0.875em; }
  progress {
    display: block;
    inline-size: 100%;
    min-inline-size: 11em;
    block-size: 0.35em;
    margin-block: 0.35em 0.2em;
    border: 0;
    border-radius: 1em;
    overflow: hidden;
    appearance: none;
    background: var(--line);
    accent-color: var(--accent);
  }
  progress::-webkit-progress-bar { background: var(--line); }
  progress::-webkit-progress-value { background: var(--accent); transition: inline-size 200ms; }
  progress::-moz-progress-bar { background: var(--accent); }

  .reactions {
    padding: 0.05em 0.5em;
    border: 1px solid var(--line);
    border-radius: 1em;
    background: var(--surface);
    font-size: 0.875em;
  }
  .mark { color: var(--muted); padding-block-end: 0.25em; }
  .mark .icon { inline-size: 1.05em; block-size: 1.05em; stroke-width: 2; }
  .mark.read { color: var(--accent); }
  .mark.failed { color: var(--alarm); }
  .line .quiet { inline-size: 2em; block-size: 2em; }
  .line .quiet .icon { inline-size: 1.1em; block-size: 1.1em; }
  .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 0.3em 0.7em;
    margin-block-start: 0.35em;
    color: var(--alarm);
    font-size: 0.875em;
  }

  .typing {
    display: flex;
    align-items: center;
    gap: 0.55em;
    margin-block-start: 0.9em;
    color: var(--muted);
    font-size: 0.875em;
  }
  .typing-dots { display: inline-flex; gap: 0.25em; }
  .typing-dots i {
    inline-size: 0.4em;
    block-size: 0.4em;
    border-radius: 50%;
    background: currentColor;
    animation: breathe 1.4s ease-in-out infinite;
  }
  .typing-dots i:nth-child(2) { animation-delay: 0.2s; }
  .typing-dots i:nth-child(3) { animation-delay: 0.4s; }
  @keyframes breathe { 0%, 60%, 100% { opacity: 0.35; } 30% { opacity: 1; } }

  .to-end {
    position: absolute;
    inset-block-end: 0.7em;
    inset-inline-end: 1em;
    display: grid;
    place-content: center;
    inline-size: 2.6em;
    block-size: 2.6em;
    border: 1px solid var(--edge);
    border-radius: 50%;
    background: var(--surface);
    color: var(--accent);
    box-shadow: 0 3px 12px rgb(0 0 0 / 18%);
  }

  .choices {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 0.5em;
    max-block-size: 45%;
    padding: 0.2em 1em 0.8em;
    overflow-y: auto;
  }
  .choice {
    min-block-size: 2.6em;
    padding: 0.4em 1em;
    border: 1px solid var(--accent);
    border-radius: 1.4em;
    background: var(--surface);
    color: var(--accent);
    font-size: 0.9375em;
    font-weight: 500;
    text-align: start;
  }
  @media (hover: hover) { .choice:hover { background: var(--mine); } }
`;var qs=[js,Ns,Ms,zs,Os];function Ds(i,e,t={}){return(i[e]??"").replace(/\{(\w+)\}/g,(n,s)=>String(t[s]??n))}var Is={language:"en",title:"Ask the library",unreachable:"We cannot be reached just now. Please try again in a moment.",again:"Try again",hide:"Close this window"},vl=[Is,{language:"de",title:"Die Bibliothek fragen",unreachable:"Wir sind gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.",again:"Noch einmal versuchen",hide:"Fenster schließen"},{language:"es",title:"Preguntar a la biblioteca",unreachable:"Ahora no se nos puede localizar. Inténtelo de nuevo en un momento.",again:"Intentarlo de nuevo",hide:"Cerrar esta ventana"},{language:"fr",title:"Demander à la bibliothèque",unreachable:"Nous ne sommes pas joignables pour l’instant. Merci de réessayer dans un moment.",again:"Réessayer",hide:"Fermer cette fenêtre"}];function Us(i){for(let e of i){let t=vl.find(r=>r.language===e.toLowerCase().split("-")[0]);if(t)return t}return Is}var bl=60*1e3,S=class extends W{constructor(){super(...arguments);this.desk="ask";this.heading="";this.color="";this.language="";this.position="end";this.theme="";this.open=!1;this.failed=!1;this.announced="";this.#r=0;this.#n="";this.#s=new CSSStyleSheet;this.#a=new Jt(()=>this.requestUpdate());this.#v=t=>{t.key==="Tab"&&this.#a.covers&&!this.#o&&Ps(t),t.key==="Escape"&&(this.#t?.back()?C(t):this.#o||(C(t),this.hide()))};this.#w=()=>{document.visibilityState==="visible"&&(this.requestUpdate(),this.#p())}}static{this.styles=qs}static{this.shadowRootOptions={...W.shadowRootOptions,delegatesFocus:!1}}#e;#t;#i;#r;#n;#s;#a;talkWith(t){return Xn(t)}connectedCallback(){super.connectedCallback(),this.open||=er(this.desk),this.#a.watch(),document.addEventListener("visibilitychange",this.#w),this.#r=window.setInterval(this.#w,bl),this.#p()}disconnectedCallback(){super.disconnectedCallback(),this.#a.leave(),document.removeEventListener("visibilitychange",this.#w),window.clearInterval(this.#r),this.#m()}createRenderRoot(){let t=super.createRenderRoot();return t.adoptedStyleSheets.push(this.#s,this.#a.styles),t}willUpdate(t){t.has("color")&&this.#s.replaceSync(Qn(this.color)),t.has("open")&&this.hasUpdated&&er(this.desk,this.open)}updated(){if(this.#t?.drawn(),!this.#n)return;let t=this.renderRoot.querySelector(this.#n);this.#n="",t?.focus()}render(){if(!this.known&&!this.failed)return f;let{language:t,direction:r}=this.known??this.#l;return d`<section class="imref ${this.position}" aria-label=${this.#h} lang=${t}
      dir=${r||f}>
      ${this.#c?this.#u():this.#f()}
      <div class="unseen" role="status">${this.announced}</div>
    </section>`}get#o(){return this.position==="inline"}get#c(){return this.open||this.#o}get#d(){let t=this.closest("[lang]")?.lang;return[this.language,t??"",...navigator.languages].filter(r=>r!=="")}get#l(){return{...Us(this.#d),direction:""}}get#h(){return this.heading||this.known?.title||this.#l.title}#f(){let t=this.#e?.now.unread??0;return ds({title:this.#h,state:this.known?.state??"closed",stateWords:this.known?this.#g(this.known.state):"",unread:t,unreadWords:this.#g("unread",{count:t}),opens:()=>this.show()})}#u(){let t=this.#a.covers&&!this.#o;return d`<div class="window" tabindex="-1" role=${this.#o?f:"dialog"}
      aria-labelledby=${this.#o?f:"title"} aria-modal=${t?"true":f}
      @keydown=${this.#v}>
      ${hs({title:this.#h,menu:this.#t?.begun?this.#t.menu:void 0,hides:this.#o?void 0:()=>this.hide(),hideWords:this.known?this.#g("hide"):this.#l.hide},this.#t?.standing()??f)}
      ${this.#t?.body()??this.#y()}
    </div>`}#y(){return d`<div class="unreachable">
      <p role="alert">${this.#l.unreachable}</p>
      <button class="main" type="button" @click=${()=>this.#p()}>${this.#l.again}</button>
    </div>`}show(){this.open=!0,this.announced="",this.#n=this.known?Hs():"button.main",this.#p()}hide(){this.open=!1,this.#n=".launcher"}#v;async#p(){try{let t=await wr(this.constructor.base,this.desk,this.#d);if(!this.isConnected)return;this.known=t,this.failed=!1,this.#t??=this.#b(t)}catch{this.failed=!0}}#b(t){let r=this.talkWith(t);return this.#e=r,this.#i=r.subscribe(()=>this.#$()),new Yt(this.#k(r))}#m(){this.#i?.(),this.#e?.close(),this.#e=this.#t=this.#i=void 0}#k(t){let r=()=>this.known;return{get desk(){return r()},talk:t,say:(n,s)=>this.#g(n,s),announce:n=>{this.announced=n},focusOn:n=>this.#x(n),focusField:()=>this.#x(Hs()),refresh:()=>this.requestUpdate()}}#x(t){this.#n=t,this.requestUpdate()}#g(t,r={}){return Ds(this.known?.words??{},t,r)}#$(){let t=this.#e?.now.unread??0;!this.#c&&t>0&&(this.announced=this.#g("unread",{count:t})),this.requestUpdate()}#w};R([N()],S.prototype,"desk",2),R([N()],S.prototype,"heading",2),R([N()],S.prototype,"color",2),R([N()],S.prototype,"language",2),R([N()],S.prototype,"position",2),R([N()],S.prototype,"theme",2),R([N({type:Boolean,reflect:!0})],S.prototype,"open",2),R([Ye()],S.prototype,"known",2),R([Ye()],S.prototype,"failed",2),R([Ye()],S.prototype,"announced",2);function Hs(){return window.matchMedia("(pointer: coarse)").matches?".window":"textarea"}var Qt="imref-ask",Fs=new URL(import.meta.url);function wl(){return[...document.querySelectorAll("script[src]")].find(e=>e.src===Fs.href)}function xl(i){let e=document.createElement(Qt);for(let{name:t,value:r}of i.attributes)t.startsWith("data-")&&e.setAttribute(kl(t),r);document.body.append(e)}function kl(i){return i==="data-title"?"heading":i.slice(5)}S.base=Fs;customElements.get(Qt)||customElements.define(Qt,S);var Ws=wl();Ws?.dataset.desk&&!document.querySelector(Qt)&&xl(Ws);
